using System.Text.Json;

namespace Samarkand.Cli.Tests;

/// <summary>Regions and blocs by the names that people write, in every command, and what is said of how they were read.</summary>
public sealed class NameCommandTests : IDisposable
{
    private const string Table = """
        origin,sector,destination,use,value
        DE,A01,DE,HFCE,80
        DE,C19,DE,HFCE,70
        DE,A01,RU,HFCE,9
        DE,C19,RU,HFCE,8
        FR,A01,FR,HFCE,75
        FR,C19,FR,HFCE,65
        FR,C19,RU,HFCE,5
        FR,A01,US,HFCE,5
        US,A01,US,HFCE,90
        US,C19,US,HFCE,85
        US,C19,RU,HFCE,7
        RU,A01,RU,HFCE,50
        RU,C19,RU,HFCE,55
        RU,C19,DE,HFCE,12
        RU,A01,FR,HFCE,4

        """;

    private readonly WorkFolder _folder = new();

    [Fact]
    public void Codes_of_other_lists_and_everyday_names_are_taken_and_it_is_said()
    {
        Write("case.yaml", "title: t\ntarget: RU\ncoalition: [UK, US, Holland, Great Britain, Czech Republic, Türkiye, GER]\npackage: [{ kind: tariff, rate: 0.1 }]\n");
        Write("plain.yaml", "title: t\ntarget: RUS\ncoalition: [GBR, USA, NLD, CZE, TUR, DEU]\npackage: [{ kind: tariff, rate: 0.1 }]\n");

        var outcome = _folder.Run("simulate", "case.yaml", "--format", "csv").Answered();

        Assert.Equal(_folder.Run("simulate", "plain.yaml", "--format", "csv").Answered().Output, outcome.Output);
        string[] notes =
        [
            "`RU` was read as RUS, Russia.", "`UK` was read as GBR, United Kingdom.", "`US` was read as USA, United States.", "`Holland` was read as NLD, Netherlands.",
            "`Great Britain` was read as GBR, United Kingdom.", "`Czech Republic` was read as CZE, Czechia.", "`Türkiye` was read as TUR, Turkey.", "`GER` was read as DEU, Germany.",
        ];
        Assert.Equal(notes, outcome.Error.TrimEnd('\n').Split('\n'));
        using var json = JsonDocument.Parse(_folder.Run("simulate", "case.yaml", "--format", "json").Answered().Output);
        Assert.Equal(notes, json.RootElement.GetProperty("names").EnumerateArray().Select(name => name.GetString()!));
        Assert.Contains("- Names: `UK` was read as GBR, United Kingdom.\n", _folder.Run("run", "case.yaml", "--format", "markdown").Answered().Output, StringComparison.Ordinal);
        _folder.Run("run", "case.yaml", "--output", "out").Answered();
        Assert.Contains("was read as GBR, United Kingdom", File.ReadAllText(_folder["out/report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Dependence_looks_at_both_names()
    {
        var outcome = Command.Run("dependence", "Russia", "China", "--format", "csv").Answered();
        Assert.Equal("`Russia` was read as RUS, Russia.\n`China` was read as CHN, China.\n", outcome.Error);
        Assert.Equal(Command.Run("dependence", "RUS", "CHN", "--format", "csv").Answered().Output, outcome.Output);
        Command.Run("dependence", "Rusia", "Cina").Refused("A: unknown region or bloc `Rusia`; did you mean RUS (Russia)?", "B: unknown region or bloc `Cina`; did you mean CHN (China)?");
        Command.Run("dependence", "RUS", "EU").Refused("B: EU is a bloc of 27; name one of its members");
        Command.Run("dependence", "RUS", "Russia").Refused("B: Russia is the region itself");
    }

    [Fact]
    public void A_world_shows_a_region_by_its_name()
    {
        var outcome = Command.Run("world", "show", "samarkand-2021", "--region", "Kazakhstan").Answered();
        Assert.Equal("Kazakhstan (KAZ), 2021", outcome.Lines[0]);
        Command.Run("world", "show", "samarkand-2021", "--region", "Kazakstan").Refused("--region: unknown region or bloc `Kazakstan`; did you mean KAZ (Kazakhstan)?");
        Command.Run("world", "show", "samarkand-2021", "--region", "EU").Refused("--region: EU is a bloc of 27; name one of its members");
    }

    [Fact]
    public void A_world_of_alpha_2_codes_has_the_blocs_that_ship()
    {
        Write("t_2021.csv", Table);
        _folder.Run("world", "import", "long", "t_2021.csv", "w", "--theta", "4", "--balance").Answered();
        Write("case.yaml", "title: t\nworld: w\ntarget: RUS\ncoalition: [EU, USA]\npackage: [{ kind: export-ban, sectors: [C19], coverage: 0.5 }]\n");
        Write("each.yaml", "title: t\nworld: w\ntarget: RU\ncoalition: [DE, FR, US]\npackage: [{ kind: export-ban, sectors: [C19], coverage: 0.5 }]\n");

        var outcome = _folder.Run("run", "case.yaml").Answered();
        var table = _folder.Run("run", "case.yaml", "--format", "csv").Answered();

        const string Less = "EU covers 2 of its 27 members in w: DE and FR alone.";
        Assert.Contains($"- Names: {Less}", outcome.Lines);
        Assert.Equal($"`RUS` was read as RU, Russia.\n`USA` was read as US, United States.\n{Less}\n", table.Error);
        Assert.Empty(outcome.Error);
        Assert.Equal(_folder.Run("simulate", "each.yaml", "--format", "csv").Answered().Output, _folder.Run("simulate", "case.yaml", "--format", "csv").Answered().Output);
        Write("nato.yaml", "title: t\nworld: w\ntarget: RU\ncoalition: [US, CSTO]\npackage: [{ kind: export-ban, sectors: [C19], coverage: 0.5 }]\n");
        _folder.Run("run", "nato.yaml").Refused("nato.yaml:4:17: the target RU is a member of CSTO");
    }

    [Fact]
    public void A_bloc_without_a_member_and_a_tag_without_a_sector_are_refused()
    {
        Write("s.csv", "from,to,name\nc1,PRIM,Primary\nc2,PRIM,\n");
        _folder.Run("world", "aggregate", "wiod-2011", "f03", "--sectors", "s.csv").Answered();
        Write("case.yaml", "title: t\nworld: f03\ntarget: RUS\ncoalition: [EU, USA]\npackage: [{ kind: import-ban, sectors: [energy], coverage: 0.5 }]\n");
        var outcome = _folder.Run("simulate", "case.yaml").Answered();
        Assert.Contains("`energy` leaves out PRIM (Primary, merged of c1 and c2) in f03, since only a part of it had that tag before the merge.", outcome.Error, StringComparison.Ordinal);
        Write("mining.yaml", "title: t\nworld: f03\ntarget: RUS\ncoalition: [EU, USA]\npackage: [{ kind: import-ban, sectors: [mining], coverage: 0.5 }]\n");
        _folder.Run("simulate", "mining.yaml").Refused("mining.yaml:5:41: no sector of f03 has the tag `mining` any more");

        Write("w/blocs.csv", "bloc,name,region\nEU,European Union,\n", () => _folder.Run("world", "export", "wiod-2011", "w", "--big", "csv").Answered());
        Write("empty.yaml", "title: t\nworld: w\ntarget: RUS\ncoalition: [EU, USA]\npackage: [{ kind: import-ban, coverage: 0.5 }]\n");
        _folder.Run("simulate", "empty.yaml").Refused("empty.yaml:4:13: EU has no member in wiod-2011");
    }

    [Theory]
    [InlineData("explain", "--regions", "UK,RU", "GBR,RUS", "--permutations", "2", "--table", "channels")]
    [InlineData("simulate", "--exporters", "UK,US", "GBR,USA", "--table", "recorded-exports-of-coalition")]
    [InlineData("coalition", "--members", "UK,US", "GBR,USA", "--table", "coalition-members")]
    [InlineData("coalition", "--joins", "IN", "IND", "--table", "joiners")]
    [InlineData("simulate", "--stance", "India=comply", "IND=comply")]
    [InlineData("simulate", "--target", "China", "CHN")]
    public void Options_take_the_same_names(string command, string option, string written, string plain, params string[] more)
    {
        var outcome = _folder.Run([command, "cases/west-russia-cut.yaml", option, written, "--format", "csv", .. more]).Answered();

        Assert.Equal(_folder.Run([command, "cases/west-russia-cut.yaml", option, plain, "--format", "csv", .. more]).Answered().Output, outcome.Output);
        Assert.Contains($"`{written.Split(',', '=')[0]}` was read as ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain", "--permutations", "2")]
    [InlineData("coalition", "--members", "EU,USA")]
    [InlineData("design", "--points", "2")]
    [InlineData("sweep", "--draws", "2")]
    [InlineData("dependence", "RUS", "CHN", "--case")]
    public void Every_command_says_what_a_name_covers(string command, params string[] more)
    {
        string[] words = [command, .. command == "dependence" ? more : [], "cases/west-russia-cut.yaml", .. command == "dependence" ? [] : more];
        Write("cases/west-russia-cut.yaml", File.ReadAllText(_folder["cases/west-russia-cut.yaml"]) + "priors: { elasticities: \"scale lognormal(1, 0.1)\" }\n");
        const string Less = "EU covers 26 of its 27 members in wiod-2011: without HRV (Croatia, inside ROW).";

        var json = _folder.Run([.. words, "--format", "json"]).Answered();
        Assert.Contains(Less, json.Error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(Less, Assert.Single(document.RootElement.GetProperty("names").EnumerateArray()).GetString());
        Assert.Contains(Less, _folder.Run([.. words, "--format", "markdown"]).Answered().Output, StringComparison.Ordinal);
        if (command == "dependence")
            return;
        _folder.Run([.. words, "--output", "out"]).Answered();
        Assert.Contains(Less, File.ReadAllText(_folder["out/report.html"]), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, string text, Action? before = null)
    {
        before?.Invoke();
        File.WriteAllText(_folder[name], text);
    }
}
