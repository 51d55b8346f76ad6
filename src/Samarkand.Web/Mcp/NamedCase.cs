using System.Collections.Immutable;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Mcp;

/// <summary>A case as a tool is given it: the name of one that ships, or its whole text.</summary>
/// <param name="Posted">The case.</param>
/// <param name="File">What the file is called in the command that repeats an answer.</param>
/// <param name="Needs">What has to be saved before; empty for a case that ships.</param>
internal sealed record NamedCase(PostedCase Posted, string File, ImmutableArray<string> Needs)
{
    /// <summary>Of what was given.</summary>
    /// <param name="given">A name or a text.</param>
    /// <param name="file">The name of the file for a text.</param>
    /// <exception cref="ApiException">It is neither, or too large.</exception>
    public static NamedCase Of(string given, string file = "case.yaml")
    {
        if (System.Text.Encoding.UTF8.GetByteCount(given) > ServeSettings.LargestBody)
            throw new ApiException(ProblemAnswers.TooLarge());
        if (given.Contains('\n') || given.Contains(':'))
            return new NamedCase(PostedCase.Of(given), file, [$"save the text that was given as {file}"]);
        var name = given.Trim();
        return ShippedCases.Text(name) is { } text
            ? new NamedCase(PostedCase.Of(text), $"cases/{name}.yaml", [])
            : throw new ApiException(404, "case-name", "There is no such case", $"there is no case `{(name.Length > 60 ? name[..60] : name)}` here", "list_cases names those that ship; or give the whole YAML text of a case");
    }
}
