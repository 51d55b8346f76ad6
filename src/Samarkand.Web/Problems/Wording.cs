using Samarkand.Core;

namespace Samarkand.Web.Problems;

/// <summary>Words what the library says of its parameters for those who have no command line.</summary>
internal static class Wording
{
    public static string Plain(string text) => text.Contains(Parameter.Open)
        ? text.Replace(Parameter.Open.ToString(), "", StringComparison.Ordinal).Replace(Parameter.Close.ToString(), "", StringComparison.Ordinal)
        : text;
}
