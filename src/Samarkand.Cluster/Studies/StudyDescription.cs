using System.Collections.Immutable;
using System.Text.Json;
using Samarkand.Analyses.Coalitions;
using Samarkand.Analyses.Ensembles;
using Samarkand.Analyses.Rescue;
using Samarkand.Analyses.Scenarios;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Cluster.Studies;

/// <summary>What a worker has to know to make the blocks of a study.</summary>
internal sealed record StudyDescription
{
    /// <summary><c>sweep</c>, <c>coalition</c>, <c>batch</c> or <c>rescue</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The case; several for a batch.</summary>
    public required ImmutableArray<CaseText> Cases { get; init; }

    /// <summary>How many results are solved together.</summary>
    public required int Chunk { get; init; }

    /// <summary>How many draws of a sweep, or of a rescuer's choice.</summary>
    public int Draws { get; init; }

    /// <summary>The seed of draws or orders.</summary>
    public int Seed { get; init; }

    /// <summary>What is kept of the draws.</summary>
    public DrawKeeping Keeping { get; init; }

    /// <summary>Whose subsets.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>How many random orders; null for every subset.</summary>
    public int? Orders { get; init; }

    /// <summary>What a batch varies.</summary>
    public ImmutableArray<string> Vary { get; init; } = [];

    /// <summary>The tables that a batch keeps of each answer.</summary>
    public ImmutableArray<string> Tables { get; init; } = [];

    /// <summary>What the game has found on which the draws of a rescuer's choice rest.</summary>
    public HeldStances? Held { get; init; }

    /// <summary>Describes a sweep.</summary>
    public static StudyDescription Of(CaseSource source, int draws, int seed, DrawKeeping keeping, int chunk) => new() { Kind = "sweep", Cases = [CaseText.Of(source)], Draws = draws, Seed = seed, Keeping = keeping, Chunk = chunk };

    /// <summary>Describes the subsets of a coalition.</summary>
    public static StudyDescription Of(CaseSource source, CoalitionQuestion question) =>
        new() { Kind = "coalition", Cases = [CaseText.Of(source)], Members = [.. question.Members.Select(member => member.Name)], Orders = question.Enumerates ? null : question.Orders, Seed = question.Seed, Chunk = question.Chunk };

    /// <summary>Describes a batch.</summary>
    public static StudyDescription Of(IEnumerable<CaseSource> cases, IEnumerable<string> vary, IEnumerable<string> tables, int chunk) =>
        new() { Kind = "batch", Cases = [.. cases.Select(CaseText.Of)], Vary = [.. vary], Tables = [.. tables], Chunk = chunk };

    /// <summary>Describes the draws of a rescuer's choice.</summary>
    public static StudyDescription Of(CaseSource source, HeldStances held, int draws, int seed) =>
        new() { Kind = StanceDraws.Kind.Name, Cases = [CaseText.Of(source)], Held = held, Draws = draws, Seed = seed, Chunk = StanceDraws.Chunk };

    /// <summary>Reads it back.</summary>
    public static StudyDescription Parse(string json) => JsonSerializer.Deserialize<StudyDescription>(json)!;

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Makes it ready to be solved here.</summary>
    /// <exception cref="InputException">The case or its world cannot be opened here.</exception>
    public BlockStudy Open(CancellationToken cancellation)
    {
        switch (Kind)
        {
            case "sweep":
                var source = Cases[0].ToSource();
                return EnsembleStudy.Blocks(source, source.Open().World, Draws, Seed, Keeping, Chunk, cancellation);
            case "coalition":
                var theCase = Cases[0].ToSource();
                var bound = theCase.Open();
                var question = new CoalitionQuestion(bound, CoalitionMember.Named(bound, "members", Members), []) { Enumerates = Orders is null, Orders = Orders, Seed = Seed, Chunk = Chunk };
                return CoalitionStudy.Blocks(theCase, question, cancellation);
            case "rescue":
                return StanceDraws.Blocks(Cases[0].ToSource(), Held!, Draws, Seed, cancellation);
            default:
                var set = ScenarioSet.Open([.. Cases.Select(one => (one.Source, (Func<CaseSource>)one.ToSource))], ScenarioGrid.Read(Vary), cancellation: cancellation);
                var tables = Tables.Select(name => ScenarioTables.OfCases.Find(name)).ToImmutableArray();
                return ScenarioStudy.Blocks(set, new ScenarioKeeping(Tables, answer => KeptTable.Each(answer, tables), (_, _) => { }), Chunk);
        }
    }
}

/// <summary>A case with its edits, as it is sent from one machine to another.</summary>
/// <param name="Text">The case's text.</param>
/// <param name="Source">What messages call it.</param>
/// <param name="Folder">The folder to which its paths are relative.</param>
/// <param name="Overrides">Its edits.</param>
/// <param name="From">The first day of its period, or null.</param>
/// <param name="Until">The first day after it, or null.</param>
internal sealed record CaseText(string Text, string Source, string Folder, ImmutableArray<string> Overrides, DateOnly? From, DateOnly? Until)
{
    /// <summary>Of a case.</summary>
    public static CaseText Of(CaseSource source) => new(source.Text, source.Source, source.Folder, [.. source.Overrides], source.Period?.From, source.Period?.Until);

    /// <summary>The case.</summary>
    public CaseSource ToSource() => CaseSource.FromText(Text, Source, Folder).With([.. Overrides]).Over(From is { } from && Until is { } until ? new Period(from, until) : null);
}
