using System.IO.Compression;
using System.Text;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Worlds;

/// <summary>Files of a world that are missing, misnamed, damaged or of another format.</summary>
public class BrokenFilesTest
{
    [Theory]
    [InlineData("world.json", "world.json: is missing; it holds the world's name, title, year, units, sources and rules")]
    [InlineData("regions.csv", "regions.csv: is missing; it holds a row for each region: code,name,remainder")]
    [InlineData("sectors.csv", "sectors.csv: is missing; it holds a row for each sector: code,name,tags")]
    [InlineData("blocs.csv", "blocs.csv: is missing; it holds a row for each membership: bloc,name,region")]
    [InlineData("elasticities.csv", "elasticities.csv: is missing; it holds the trade elasticity of each sector: sector,theta")]
    [InlineData("trade.csv", "trade.csv: is missing; it holds flows at basic prices: origin,destination,sector,value, and tariff where there are any (.csv.gz or .parquet will do as well)")]
    [InlineData("inputs.csv", "inputs.csv: is missing; it holds intermediate use at buyers' prices: region,input,sector,value")]
    [InlineData("final.csv", "final.csv: is missing; it holds final demand at buyers' prices: region,sector,value")]
    public void AMissingFileIsReportedWithWhatItHolds(string file, string expected)
    {
        using var folder = new SmallFolder();
        File.Delete(folder[file]);
        Assert.StartsWith(expected, Assert.Single(folder.Problems()));
    }

    [Fact]
    public void AMisnamedFileIsRecognised()
    {
        using var folder = new SmallFolder();
        File.Move(folder["trade.csv"], folder["Trades.csv"]);
        Assert.EndsWith("; is it 'Trades.csv'?", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void TwoFormatsOfOneTableAreReported()
    {
        using var folder = new SmallFolder();
        File.WriteAllBytes(folder["trade.csv.gz"], []);
        Assert.Equal("trade.csv: stands beside trade.csv.gz; keep one of the two", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void ATableThatIsNotCompressedAsItsNameSaysIsReported()
    {
        using var folder = new SmallFolder();
        File.Move(folder["trade.csv"], folder["trade.csv.gz"]);
        Assert.Equal("trade.csv.gz: is cut short, damaged, or not compressed by gzip as its name says", Assert.Single(folder.Problems()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ACompressedTableThatWasCutShortIsReportedWhereverItWasCut(int members)
    {
        using var folder = new SmallFolder();
        var ends = new HashSet<int>();
        using (var file = File.Create(folder["trade.csv.gz"]))
        {
            foreach (var part in File.ReadAllBytes(folder["trade.csv"]).Chunk(SmallFolder.Files["trade.csv"].Length / members + 1))
            {
                ends.Add((int)file.Position);
                using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
                gzip.Write(part);
            }
        }

        File.Delete(folder["trade.csv"]);
        Assert.Equal(members, ends.Count);
        Assert.Equal(10, WorldFolder.Read(folder.Path).Trade[3]);
        var bytes = File.ReadAllBytes(folder["trade.csv.gz"]);
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(folder["trade.csv.gz"], bytes[..length]);
            if (length == 0 || !ends.Contains(length))
                Assert.Equal("trade.csv.gz: is cut short, damaged, or not compressed by gzip as its name says", Assert.Single(folder.Problems()));
        }
    }

    [Fact]
    public void JsonThatIsNotUtf8IsReported()
    {
        using var folder = new SmallFolder();
        File.WriteAllText(folder["world.json"], SmallFolder.Files["world.json"].Replace("A small", "Ett små", StringComparison.Ordinal), Encoding.Latin1);
        Assert.Equal("world.json: holds text that is not UTF-8", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void AFileThatIsNotParquetIsReported()
    {
        using var folder = new SmallFolder();
        File.Move(folder["trade.csv"], folder["trade.parquet"]);
        Assert.StartsWith("trade.parquet: cannot be read as Parquet", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void TextThatIsNotUtf8IsReported()
    {
        using var folder = new SmallFolder();
        File.WriteAllText(folder["regions.csv"], SmallFolder.Files["regions.csv"].Replace("Aland", "Åland", StringComparison.Ordinal), Encoding.Latin1);
        Assert.Contains("regions.csv: is not text in UTF-8", folder.Problems());
    }

    [Theory]
    [InlineData("regions.csv")]
    [InlineData("trade.csv")]
    public void AnEmptyFileIsReported(string file)
    {
        using var folder = new SmallFolder();
        File.WriteAllText(folder[file], "");
        Assert.StartsWith($"{file}: is empty; the first line must name the columns: ", Assert.Single(folder.Problems()));
    }

    [Fact]
    public void AMissingFolderIsReported() =>
        Assert.Equal("nowhere/at/all: there is no such folder", Assert.Throws<InputException>(() => WorldFolder.Read("nowhere/at/all")).Message);
}
