using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Worlds;

/// <summary>A small balanced world as files of text, to be broken by one edit.</summary>
internal sealed class SmallFolder : IDisposable
{
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["world.json"] = """
            {
              "name": "small",
              "title": "A small world",
              "year": 2020,
              "units": "million USD",
              "sources": [
                { "name": "Made up", "address": "https://example.org", "licence": "CC0" }
              ],
              "rules": ["none"]
            }

            """,
        ["regions.csv"] = "code,name,remainder\nAAA,Aland,\nBBB,Beland,\nROW,Rest of the world,true\n",
        ["sectors.csv"] = "code,name,tags\nc1,Goods,goods;energy\nc2,Services,services\n",
        ["blocs.csv"] = "bloc,name,region\nAB,The two,AAA\nAB,The two,BBB\nNONE,Nobody here,\n",
        ["elasticities.csv"] = "sector,theta\nc1,5.5\nc2,4\n",
        ["trade.csv"] = """
            origin,destination,sector,value
            AAA,AAA,c1,80
            AAA,BBB,c1,20
            BBB,BBB,c1,60
            BBB,AAA,c1,10
            ROW,ROW,c1,100
            AAA,AAA,c2,50
            BBB,BBB,c2,70
            BBB,ROW,c2,5
            ROW,ROW,c2,40
            ROW,AAA,c2,5

            """,
        ["inputs.csv"] = "region,input,sector,value\nAAA,c1,c2,10\nBBB,c1,c2,20\n",
        ["final.csv"] = "region,sector,value\nAAA,c1,80\nBBB,c1,60\nROW,c1,100\nAAA,c2,55\nBBB,c2,70\nROW,c2,45\n",
    };

    private readonly TemporaryFolder _folder = new();

    public SmallFolder()
    {
        foreach (var (name, text) in Files)
            File.WriteAllText(this[name], text);
    }

    public string Path => _folder.Path;

    public string this[string name] => _folder[name];

    /// <summary>Replaces the first occurrence, which must be there; an empty one appends.</summary>
    public void Edit(string file, string old, string @new)
    {
        var text = File.ReadAllText(this[file]);
        var at = old.Length == 0 ? text.Length : text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' is not in {file}");
        File.WriteAllText(this[file], text.Remove(at, old.Length).Insert(at, @new));
    }

    /// <summary>The problems that reading reports, with paths relative to the folder.</summary>
    public string[] Problems()
    {
        var mistakes = Assert.Throws<InputException>(() => WorldFolder.Read(Path));
        return [.. mistakes.Problems.Select(problem => problem.ToString().Replace(Path + "/", "", StringComparison.Ordinal).Replace(Path, "folder", StringComparison.Ordinal))];
    }

    public void Dispose() => _folder.Dispose();
}
