using System.Text;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Tests.Analyses.Ensembles;
using Samarkand.Tests.Layout;
using Samarkand.WorldMaker;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>A case as somebody gives it: parsed once, opened in one call.</summary>
public sealed class CaseSourceTests : IDisposable
{
    private const string Dated = "{ kind: import-ban, coverage: 0.5, from-date: 2022-12-05 }";

    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-source").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_text_is_parsed_once_whatever_is_asked_of_it()
    {
        var source = CaseSource.FromText(Yaml.With("horizon: long\n"), Yaml.Source);

        Assert.Same(source.Tree, source.Tree);
        Assert.Same(source.Tree, source.Over(Period.Year(2022)).QuotedFrom(_folder).Tree);
        Assert.Same(source.Case, source.Over(Period.Year(2022)).Case);
    }

    [Fact]
    public void Nobody_else_parses_it()
    {
        var types = new[] { typeof(World), typeof(Reports.Tables.Table), typeof(BuiltWorld), typeof(Import.LongTable) }.SelectMany(type => type.Assembly.GetTypes()).ToArray();

        Assert.Equal([typeof(CaseSource)], KnownTypes.Callers(typeof(CaseTree).GetMethod(nameof(CaseTree.Parse))!, types));
        Assert.Equal([typeof(CaseTree), typeof(Overrides)], KnownTypes.Callers(typeof(YamlTree).GetMethod(nameof(YamlTree.Read))!, types).OrderBy(type => type.Name));
    }

    [Fact]
    public void Edits_are_made_in_order_over_the_text()
    {
        var source = CaseSource.FromText(Yaml.With("horizon: long\n")).With("horizon=short", "package.0.factor=2").With("--horizon=medium");

        Assert.Equal(["horizon=short", "package.0.factor=2", "--horizon=medium"], source.Overrides);
        Assert.Equal(Horizon.Medium, source.Case.Horizon);
        Assert.Equal(2, Assert.IsType<TradeCost>(Assert.Single(source.Case.Package)).Factor);
    }

    [Fact]
    public void A_stream_is_read_as_a_file_is()
    {
        var text = Yaml.With("description: é\n");
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        var source = CaseSource.FromStream(stream, "standard input", _folder);

        Assert.Equal((text, "standard input", _folder), (source.Text, source.Source, source.Folder));
        using var wrong = new MemoryStream([(byte)'a', (byte)'\n', 0xFF]);
        var problem = Yaml.Problem(() => CaseSource.FromStream(wrong, "standard input"));
        Assert.Equal(("standard input", 2), (problem.Source, problem.Line));
        using var large = new MemoryStream(new byte[(1 << 20) + 1]);
        Assert.Contains("larger than 1 MiB", Yaml.Problem(() => CaseSource.FromStream(large, "standard input")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_quote_that_is_not_in_its_document_is_refused_wherever_the_case_is_opened(bool hasWorld)
    {
        File.WriteAllText(Path.Combine(_folder, "article.txt"), "a quote");
        CaseSource With(string quote) => CaseSource.FromText(Yaml.With($"world: wiod-2011\nevidence:\n  shock: {{ source: s, quote: {quote}, file: article.txt }}\n"), Yaml.Source, _folder);
        BoundCase Open(CaseSource source) => hasWorld ? source.Open(SmallWorld.Make()) : source.Open();

        Assert.NotNull(Open(With("a quote")));
        Assert.Contains("the quote of the evidence `shock` is not in", Yaml.Problem(() => Open(With("another"))).Message, StringComparison.Ordinal);
        Assert.Contains("no such folder", Yaml.Problem(() => Open(With("a quote").QuotedFrom(Path.Combine(_folder, "none")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_are_applied_to_a_case_that_is_right_as_a_whole()
    {
        var early = Period.Day(new DateOnly(2022, 1, 1));
        var bound = CaseSource.FromText(Yaml.WithPackage(Dated, "{ kind: tariff, rate: 0.1 }")).Over(early).Open(SmallWorld.Make());

        Assert.IsType<Tariff>(Assert.Single(bound.Case.Package));
        Assert.Contains(
            "unknown sector or tag `oli`",
            Yaml.Problem(() => CaseSource.FromText(Yaml.WithPackage(Dated.Replace("coverage", "sectors: [oli], coverage", StringComparison.Ordinal), "{ kind: tariff, rate: 0.1 }")).Over(early).Open(SmallWorld.Make())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_applies_dates_too()
    {
        var (world, text) = (SmallSweep.World, SmallSweep.Text(edits: "package.0.from-date=2022-07-02"));
        var (full, half) = (SmallSweep.Solve(world, 2, text: text), SmallSweep.Solve(world, 2, text: text.Over(Period.Year(2022))));

        Assert.Null(full.Central.Case.Period);
        Assert.Equal("2022", half.Central.Case.Period!.Name);
        Assert.NotEqual(full.Central.Effects.Regions[0].RealIncomePct, half.Central.Effects.Regions[0].RealIncomePct);
    }
}
