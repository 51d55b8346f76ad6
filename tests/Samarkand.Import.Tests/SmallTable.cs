using Samarkand.Core;
using Samarkand.Tests.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>A small long table of two regions and two sectors, to be broken by one edit.</summary>
internal sealed class SmallTable : IDisposable
{
    public const string Right = """
        origin,sector,destination,use,value
        AAA,c1,AAA,final,80
        AAA,c1,BBB,c2,10
        AAA,c1,BBB,final,10
        BBB,c1,BBB,final,60
        BBB,c1,AAA,c2,10
        AAA,c2,AAA,final,50
        BBB,c2,BBB,final,70
        BBB,c2,AAA,final,5

        """;

    public static readonly ImportSettings Settings = new("small", 2020) { Theta = 4 };

    private readonly TemporaryFolder _folder = new();

    public string this[string name] => _folder[name];

    /// <summary>Replaces the first occurrence, which must be there.</summary>
    public static string Edited(string text, string old, string @new)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' is not in the text");
        return text.Remove(at, old.Length).Insert(at, @new);
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Imports the text as a CSV file.</summary>
    public ImportedWorld Import(string text, ImportSettings? settings = null, Func<LongTable, LongTable>? change = null)
    {
        var table = new LongTable([Write("t.csv", text)]);
        return LongTableImport.Read(change is null ? table : change(table), settings ?? Settings);
    }

    /// <summary>The problems that an import reports, with paths relative to the folder.</summary>
    public string[] Problems(Action import)
    {
        var mistakes = Assert.Throws<InputException>(import);
        return [.. mistakes.Problems.Select(problem => problem.ToString().Replace(_folder.Path + "/", "", StringComparison.Ordinal))];
    }

    public void Dispose() => _folder.Dispose();
}
