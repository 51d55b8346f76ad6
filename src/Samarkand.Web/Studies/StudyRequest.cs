using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Studies;

/// <summary>What is asked of a case beside its effects. Each analysis looks at its own words and takes no others.</summary>
internal sealed record StudyRequest
{
    /// <summary>Which analysis: the name of its command.</summary>
    [FromQuery(Name = "analysis"), Description("Which analysis, by the name of its command: align (the default), sweep, coalition, explain, design or dependence.")]
    public string? Analysis { get; init; }

    /// <summary>How many draws.</summary>
    [FromQuery(Name = "draws"), Description("Of align and sweep: how many draws from the priors.")]
    public int? Draws { get; init; }

    /// <summary>Their seed.</summary>
    [FromQuery(Name = "seed"), Description("Of align and sweep: the seed of the draws.")]
    public int? Seed { get; init; }

    /// <summary>The members of the coalition.</summary>
    [FromQuery(Name = "members"), Description("Of coalition: who counts as a member, regions and blocs that act as one, such as EU,USA,GBR.")]
    public string? Members { get; init; }

    /// <summary>Who might join.</summary>
    [FromQuery(Name = "joins"), Description("Of coalition: third states that might join, such as CHN,IND.")]
    public string? Joins { get; init; }

    /// <summary>Whose channels.</summary>
    [FromQuery(Name = "regions"), Description("Of explain: whose channels, such as RUS,DEU.")]
    public string? Regions { get; init; }

    /// <summary>The most that it may cost.</summary>
    [FromQuery(Name = "budget"), Description("Of design: what the package may cost the coalition a year, such as 10 bn USD or 0.1 %.")]
    public string? Budget { get; init; }

    /// <summary>The harm that it shall do.</summary>
    [FromQuery(Name = "harm"), Description("Of design: what it shall cost the target a year, likewise.")]
    public string? Harm { get; init; }

    /// <summary>A region.</summary>
    [FromQuery(Name = "one"), Description("Of dependence: a region.")]
    public string? One { get; init; }

    /// <summary>Another one.</summary>
    [FromQuery(Name = "two"), Description("Of dependence: another region.")]
    public string? Two { get; init; }

    /// <summary>A bloc, or all.</summary>
    [FromQuery(Name = "matrix"), Description("Of dependence, instead of two regions: every pair of a bloc, or of all.")]
    public string? Matrix { get; init; }

    /// <summary>Names with commas between them; null where there are none.</summary>
    public static string[]? List(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A number within bounds.</summary>
    /// <exception cref="ApiException">It is not.</exception>
    public static int Within(int? given, string name, int least, int most, int usual) => given is null ? usual
        : given >= least && given <= most ? given.Value
        : throw new ApiException(400, name, "Not such a number", $"{name}={given} is too small or too large here", FormattableString.Invariant($"ask for {least} to {most}; more is for the command line"));
}
