using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Samarkand.Web.Controls;

namespace Samarkand.Web.Pages;

/// <summary>How what the page asks and is told becomes JSON.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PageQuestion))]
[JsonSerializable(typeof(CaseControls))]
[JsonSerializable(typeof(CaseLeads))]
[JsonSerializable(typeof(CaseWords))]
[JsonSerializable(typeof(string))]
internal sealed partial class PageJson : JsonSerializerContext;

/// <summary>The answers to the cases that ship, a sentence each.</summary>
internal sealed record CaseLeads(ImmutableArray<CaseLead> Leads);

/// <summary>The answer to a case in a sentence.</summary>
internal sealed record CaseLead(string Name, string Text);
