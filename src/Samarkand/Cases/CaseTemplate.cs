namespace Samarkand.Cases;

/// <summary>A commented case to start from, which reads, binds and runs on <c>samarkand-2021</c>.</summary>
internal static class CaseTemplate
{
    /// <summary>The text of the file that <c>samarkand new</c> writes.</summary>
    public static string Text => EmbeddedText.Read("cases/template.yaml");
}
