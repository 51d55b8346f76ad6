using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samarkand.Web.Jobs;
using Samarkand.Web.Problems;
using Samarkand.Web.Studies;

namespace Samarkand.Web.Api;

/// <summary>How what the API tells beside answers becomes JSON: keys in snake case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(WorldList))]
[JsonSerializable(typeof(WorldDetail))]
[JsonSerializable(typeof(FoundName))]
[JsonSerializable(typeof(CaseList))]
[JsonSerializable(typeof(CheckedCase))]
[JsonSerializable(typeof(JobStatus))]
[JsonSerializable(typeof(StudyQuestion))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>With the letters of all languages as they are.</summary>
    public static ApiJson ForWeb => field ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
}

/// <summary>That the server answers, and which version.</summary>
internal sealed record Health(string Status, string Samarkand);

/// <summary>The worlds that cases may name.</summary>
internal sealed record WorldList(ImmutableArray<WorldEntry> Worlds);

/// <summary>A world.</summary>
/// <param name="Name">The name that a case gives under <c>world</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">The year of its flows.</param>
/// <param name="Regions">How many regions it has.</param>
/// <param name="Sectors">How many sectors it has.</param>
internal sealed record WorldEntry(string Name, string Title, int Year, int Regions, int Sectors);

/// <summary>A world with its regions and sectors.</summary>
internal sealed record WorldDetail(string Name, string Title, int Year, ImmutableArray<Named> Regions, ImmutableArray<Named> Sectors, ImmutableArray<NamedSource> Sources);

/// <summary>A code and what it stands for.</summary>
internal sealed record Named(string Code, string Name);

/// <summary>Where numbers of a world come from.</summary>
internal sealed record NamedSource(string Name, string Address, string Licence);

/// <summary>The cases that ship and the recipes.</summary>
internal sealed record CaseList(ImmutableArray<CaseEntry> Cases, ImmutableArray<CaseEntry> Recipes);

/// <summary>A case.</summary>
/// <param name="Name">Its name, as in its address.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Question">The question in more words, or null.</param>
/// <param name="World">The world that it stands on.</param>
/// <param name="Address">Where its text is.</param>
internal sealed record CaseEntry(string Name, string Title, string? Question, string World, string Address);

/// <summary>A case without mistakes, as it was understood.</summary>
internal sealed record CheckedCase
{
    public bool Ok => true;

    public required string Title { get; init; }

    public string? Question { get; init; }

    public required string World { get; init; }

    public required string Horizon { get; init; }

    public required string Closure { get; init; }

    public required string Target { get; init; }

    public ImmutableArray<string> Coalition { get; init; } = [];

    /// <summary>Every instrument that acts, with its size in words.</summary>
    public ImmutableArray<CheckedInstrument> Instruments { get; init; } = [];

    /// <summary>What is odd but not wrong.</summary>
    public ImmutableArray<CaseProblem> Notes { get; init; } = [];

    /// <summary>How names were read and what covers less than it says.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Names that the world does not hold, where the case allows that.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];
}

/// <summary>An instrument that acts.</summary>
internal sealed record CheckedInstrument(string Path, string Kind, string? Name, string Size);
