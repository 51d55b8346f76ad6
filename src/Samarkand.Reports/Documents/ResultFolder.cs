namespace Samarkand.Reports.Documents;

/// <summary>The names of the files in a folder of results that hold what was asked.</summary>
internal static class ResultFolder
{
    /// <summary>The case's text.</summary>
    public const string Case = "case.yaml";

    /// <summary>The text of the case that it is compared with, where there is one.</summary>
    public const string OtherCase = "against.yaml";
}
