namespace Samarkand.Documents.Files;

/// <summary>A document as text: what places and quotes refer to.</summary>
/// <param name="Name">The file as the user names it.</param>
/// <param name="Title">Its title, or its first line.</param>
/// <param name="Text">The text, as it was extracted.</param>
/// <param name="IsPlain">True where the file holds exactly this text, so that a quote can be looked up in it.</param>
internal sealed record DocumentText(string Name, string Title, string Text, bool IsPlain)
{
    /// <summary>What a reader of the document has to know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The same with the first line as its title, where it has none.</summary>
    public DocumentText Titled()
    {
        if (Title.Length > 0)
            return this;
        foreach (var line in Text.AsSpan().EnumerateLines())
        {
            var title = line.Trim(" #*\t");
            if (title.Length > 0)
                return this with { Title = title.Length > 120 ? $"{title[..117]}..." : title.ToString() };
        }

        return this with { Title = Path.GetFileName(Name) };
    }
}
