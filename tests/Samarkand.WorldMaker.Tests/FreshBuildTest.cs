using System.Globalization;
using Samarkand.Core;
using Samarkand.Tests;
using Samarkand.Tests.Worlds;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.WorldMaker.Tests;

/// <summary>The embedded copy is what the statistics give, byte for byte.</summary>
public class FreshBuildTest
{
    private const string Advice = "run worlds/samarkand-2021/make.cs";

    [Fact]
    public void TheEmbeddedWorldIsWhatTheStatisticsGive()
    {
        var built = Samarkand2021Recipe.Build(SharedData.Path("data"));

        Assert.True(BinaryWorld.Write(built.World).AsSpan().SequenceEqual(Bytes("samarkand-2021.world")), Difference(built.World));
        foreach (var (file, text) in built.Tables)
            Assert.True(text == System.Text.Encoding.UTF8.GetString(Bytes(file)), $"worlds/samarkand-2021/{file} is not what the recipe makes: {Advice}");
    }

    [Fact]
    public void AWrittenWorldReadsBackTheSame()
    {
        var built = Samarkand2021Recipe.Build(SharedData.Path("data"));
        using var folder = new TemporaryFolder();
        built.Write(folder["out"]);

        SameWorld.Assert(built.World, WorldCatalog.Open(folder["out"]));
        Assert.True(File.Exists(Path.Combine(folder["out"], "provenance.csv")));
    }

    [Fact]
    public void AMissingTableIsNamed()
    {
        using var folder = new TemporaryFolder();
        var mistakes = Assert.Throws<InputException>(() => Samarkand2021Recipe.Build(folder["none"]));

        Assert.Contains(mistakes.Problems, problem => problem.Source.Contains("country_year_gdp", StringComparison.Ordinal));
    }

    private static byte[] Bytes(string file)
    {
        using var stream = EmbeddedWorlds.Resource($"samarkand-2021/{file}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Difference(World built)
    {
        var embedded = WorldCatalog.Open("samarkand-2021");
        var (cells, largest) = (0, 0.0);
        foreach (var (a, b) in (ReadOnlySpan<(double[], double[])>)
        [
            (built.Trade.ToArray(), embedded.Trade.ToArray()),
            (built.Inputs.ToArray(), embedded.Inputs.ToArray()),
            (built.Final.ToArray(), embedded.Final.ToArray()),
        ])
        {
            for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
            {
                cells += a[i] == b[i] ? 0 : 1;
                largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"samarkand-2021.world is not what the recipe makes: {cells} cells differ, by at most {largest:R} million USD; {Advice}");
    }
}
