using Samarkand.Core;

namespace Samarkand.Documents.Files;

/// <summary>Documents from files, folders and standard input.</summary>
internal static class DocumentFiles
{
    public const string StandardInput = "-";

    private static readonly string[] Kinds = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"];

    /// <summary>The documents that words on the command line name, each once, those of a folder by name.</summary>
    /// <exception cref="InputException">A file is missing or cannot be read, a folder holds none, or a limit is met.</exception>
    public static IReadOnlyList<DocumentText> Read(IEnumerable<string> words, Func<Stream> standardInput)
    {
        var paths = words.SelectMany(Find).Distinct(StringComparer.Ordinal).ToArray();
        if (paths.Length > Limits.MostFiles)
            throw Limits.TooLarge("the documents", $"{paths.Length} files are named", $"{Limits.MostFiles}", "read them in parts");
        return [.. paths.Select(path => path == StandardInput ? FromStream(standardInput(), "standard input") : FromFile(path))];
    }

    public static DocumentText FromFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw new InputException(new InputProblem(path, 0, 0, "there is no such document", "give a text, Markdown, HTML, PDF or Word file, a folder of them, or - for standard input"));
            if (file.Length > Limits.MostFileBytes)
                throw Limits.TooLarge(path, FormattableString.Invariant($"the file is {file.Length >> 20} MiB large"), $"{Limits.MostFileBytes >> 20} MiB", "split it, and read its parts");
            using var stream = file.OpenRead();
            return FromStream(stream, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(path, 0, 0, $"the document cannot be read: {failure.Message}", "name a file that you may read"));
        }
    }

    /// <summary>What kind a document is, is seen in its first bytes; only HTML and Markdown are told by the name or the first sign.</summary>
    public static DocumentText FromStream(Stream stream, string name)
    {
        var bytes = ReadAll(stream, name);
        if (bytes.Length == 0)
            throw new InputException(new InputProblem(name, 0, 0, "the document is empty", "give one that holds text"));
        if (bytes.AsSpan().StartsWith("%PDF"u8) || bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) >= 0)
            return PdfFile.Read(bytes, name).Titled();
        if (bytes.AsSpan().StartsWith("PK\x3\x4"u8))
            return WordFile.Read(bytes, name).Titled();
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw Limits.Unreadable(name, "document", "it is in the old format of Word");
        return TextFile.Read(bytes, name).Titled();
    }

    private static byte[] ReadAll(Stream stream, string name)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > Limits.MostFileBytes)
                throw Limits.TooLarge(name, "the input is larger than can be read", $"{Limits.MostFileBytes >> 20} MiB", "split it, and read its parts");
        }

        return memory.ToArray();
    }

    private static IEnumerable<string> Find(string word)
    {
        if (word == StandardInput || !Directory.Exists(word))
            return [word];
        var files = Directory.EnumerateFiles(word).Where(path => Kinds.Contains(Path.GetExtension(path).ToLowerInvariant()) && Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0 ? files : throw new InputException(new InputProblem(word, 0, 0, "the folder holds no document", $"a document is a file whose name ends with {string.Join(", ", Kinds)}"));
    }
}
