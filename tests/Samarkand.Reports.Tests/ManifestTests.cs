using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Tests.Core;
using Samarkand.Tests.Worlds;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Reports.Tests;

/// <summary>The manifest suffices to reproduce a run.</summary>
public class ManifestTests
{
    [Fact]
    public void It_names_versions_inputs_and_files_with_their_hashes()
    {
        using var folder = new TemporaryFolder();

        var manifest = Written(folder);

        Assert.Equal(["samarkand", "schema", "made", "runtime"], manifest.EnumerateObject().Take(4).Select(property => property.Name));
        Assert.Equal("samarkand run t.yaml", manifest.GetProperty("made").GetProperty("command").GetString());
        Assert.Equal("2023-11-14", manifest.GetProperty("made").GetProperty("date").GetString());
        Assert.Equal(typeof(Manifest).Assembly.GetName().Version!.ToString(3), manifest.GetProperty("samarkand").GetString());
        Assert.StartsWith(".NET ", manifest.GetProperty("runtime").GetString(), StringComparison.Ordinal);
        var theCase = manifest.GetProperty("case");
        Assert.Equal("A tariff", theCase.GetProperty("title").GetString());
        Assert.Equal("case.yaml", theCase.GetProperty("file").GetString());
        Assert.Equal(Hash(Encoding.UTF8.GetBytes(Answers.TariffCase)), theCase.GetProperty("sha256").GetString());
        Assert.Equal("package.0.rate=0.1", Assert.Single(theCase.GetProperty("overrides").EnumerateArray().ToArray()).GetString());
        Assert.Equal(("long", "fixed"), (theCase.GetProperty("horizon").GetString(), theCase.GetProperty("closure").GetString()));
        var world = manifest.GetProperty("world");
        Assert.Equal(("wiod-2011", 2011), (world.GetProperty("name").GetString(), world.GetProperty("year").GetInt32()));
        Assert.Equal(Hash(BinaryWorld.Write(WorldCatalog.Open("wiod-2011"))), world.GetProperty("sha256").GetString());
        var files = manifest.GetProperty("files").EnumerateArray().ToArray();
        Assert.Equal(["a.csv", "below/b.csv", "report.html"], files.Select(file => file.GetProperty("name").GetString()));
        Assert.All(files, file => Assert.Equal(Hash(File.ReadAllBytes(folder[$"results/{file.GetProperty("name").GetString()!}"])), file.GetProperty("sha256").GetString()));
    }

    [Fact]
    public void It_keeps_the_certificate_of_every_equilibrium()
    {
        using var folder = new TemporaryFolder();

        var certificates = Written(folder).GetProperty("certificates").EnumerateArray().ToArray();

        Assert.Equal(["case", "against other.yaml"], certificates.Select(c => c.GetProperty("equilibrium").GetString()));
        var certificate = Answers.Tariff.Equilibrium.Certificate;
        Assert.Equal(certificate.GoodsMarkets, certificates[0].GetProperty("goods_markets").GetDouble());
        Assert.Equal(certificate.Iterations, certificates[0].GetProperty("iterations").GetInt32());
        Assert.Equal("fixed", certificates[0].GetProperty("closure").GetString());
        foreach (var residual in new[] { "goods_markets", "prices", "wages", "income", "walras", "money" })
            Assert.InRange(certificates[0].GetProperty(residual).GetDouble(), 0, certificates[0].GetProperty("tolerance").GetDouble());
    }

    private static JsonElement Written(TemporaryFolder folder)
    {
        new OutputFolder(folder["results"]) { Command = ["samarkand", "run", "t.yaml"] }.Write(
            staged =>
            {
                Folders.Fill(staged, [("below/b.csv", "two"), ("a.csv", "one")]);
                Answers.Report(Answers.Tariff).WriteTo(staged);
            },
            json => Manifest.Write(json, Answers.TariffCase, ["package.0.rate=0.1"], [("case", Answers.Tariff), ("against other.yaml", Answers.Tariff)]));
        using var json = JsonDocument.Parse(File.ReadAllText(folder["results/manifest.json"]));
        return json.RootElement.Clone();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
