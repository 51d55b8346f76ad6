using System.Text;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>Checks quotes against the documents that they come from.</summary>
internal static class EvidenceCheck
{
    /// <summary>
    /// Checks every entry of the case's evidence that has a <c>file</c>, and with an evidence folder every other entry too: its
    /// quote must stand in one of the folder's text files (.txt, .md, .html). Runs of white space count as one space.
    /// </summary>
    /// <param name="theCase">The case.</param>
    /// <param name="caseFolder">The folder of the case file, to which <c>file</c> is relative.</param>
    /// <param name="evidenceFolder">The folder of documents, to which <c>file</c> is then relative instead; or null.</param>
    /// <exception cref="InputException">A file is missing, or a quote is not in it: all of them, each at its entry.</exception>
    public static void Run(Case theCase, string caseFolder, string? evidenceFolder)
    {
        if (evidenceFolder is not null && !Directory.Exists(evidenceFolder))
            throw new InputException(new InputProblem(evidenceFolder, 0, 0, "there is no such folder of evidence", "give the folder that holds the documents"));
        var problems = new ProblemList(theCase.Source);
        List<string>? documents = null;
        foreach (var entry in theCase.Evidence)
        {
            if (entry.File is not null)
                CheckFile(entry, Path.Combine(evidenceFolder ?? caseFolder, entry.File), problems);
            else if (evidenceFolder is not null)
                CheckFolder(entry, evidenceFolder, documents ??= Documents(evidenceFolder), problems);
        }

        problems.ThrowIfAny();
    }

    private static void CheckFile(EvidenceEntry entry, string path, ProblemList problems)
    {
        if (!File.Exists(path))
            problems.Add(entry.Place, $"the evidence `{entry.Name}` names the file {path}, which does not exist", "correct `file`, or remove it");
        else if (!Holds(ReadDocument(path), entry))
            problems.Add(entry.Place, $"the quote of the evidence `{entry.Name}` is not in {path}", "quote the document word for word");
    }

    private static void CheckFolder(EvidenceEntry entry, string folder, List<string> documents, ProblemList problems)
    {
        foreach (var document in documents)
        {
            if (Holds(document, entry))
                return;
        }

        problems.Add(
            entry.Place,
            $"the quote of the evidence `{entry.Name}` is in no text file of {folder}",
            "quote the document word for word, or add the document to the folder as .txt, .md or .html");
    }

    private static List<string> Documents(string folder)
    {
        var documents = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (Path.GetExtension(path).ToLowerInvariant() is ".txt" or ".md" or ".html")
                documents.Add(ReadDocument(path));
        }

        return documents;
    }

    private static string ReadDocument(string path)
    {
        try
        {
            return WithSingleSpaces(File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, 0, 0, $"the document cannot be read: {failure.Message}", "make it readable, or take it out of the evidence"));
        }
    }

    private static bool Holds(string document, EvidenceEntry entry) => document.Contains(WithSingleSpaces(entry.Quote), StringComparison.Ordinal);

    private static string WithSingleSpaces(string text)
    {
        var result = new StringBuilder(text.Length);
        var isAfterSpace = true;
        foreach (var character in text)
        {
            var isSpace = char.IsWhiteSpace(character);
            if (!isSpace)
                result.Append(character);
            else if (!isAfterSpace)
                result.Append(' ');
            isAfterSpace = isSpace;
        }

        return result.ToString().Trim();
    }
}
