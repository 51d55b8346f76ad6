using Samarkand.Tests;

namespace Samarkand.Cli.Tests;

/// <summary>
/// Inputs that were answered badly when people first tried the command, each typed as they did. Elsewhere in the tests stands the kind that
/// each belongs to; where the inputs are absent, these are skipped.
/// </summary>
public sealed class TrialTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A folder, what was typed in it, and what has to be answered: with exit status 0 the output holds it, with 2 the message does.</summary>
    [Theory]
    [InlineData("use/01-output-deletes-folder", "sed -i 's/^samarkand simulate.*/samarkand simulate c.yaml --output web || ls web/' repro.sh && . ./repro.sh", 0, "index.html\nmanifest.json\nsrc")]
    [InlineData("use/02-against-sign", "samarkand run with.yaml --against without.yaml --draws 0", 0, "Compared with: ", "Turkey", "not: -+")]
    [InlineData("use/03-percent-for-fraction", "samarkand run tariff.yaml", 2, "tariff.yaml:4:33: `rate` is `25`: 25 is 2,500 percent; write `25 %` for 0.25, or `2500 %` if that is meant")]
    [InlineData("use/03-percent-for-fraction", "samarkand run asset-freeze.yaml", 2, "`yield` is `2`: 2 is 200 percent")]
    [InlineData("use/03-percent-for-fraction", "samarkand run payments-cut.yaml", 2, "`cost` is `5`: 5 is 500 percent")]
    [InlineData("use/03-percent-for-fraction", "samarkand run transport-interruption.yaml", 2, "`cost` is `10`: 10 is 1,000 percent")]
    [InlineData("use/04-region-hints", "samarkand simulate ru.yaml 2>&1", 0, "`RU` was read as RUS, Russia.")]
    [InlineData("use/04-region-hints", "samarkand simulate uk-us.yaml 2>&1", 0, "was read as GBR, United Kingdom", "was read as USA, United States")]
    [InlineData("use/05-empty-output", "samarkand simulate c.yaml --output ''", 2, "--output: is empty; write --output DIR")]
    [InlineData("use/06-world-path", "samarkand world export wiod-2011 w > /dev/null && here=$PWD && cd / && samarkand simulate $here/c.yaml --format csv", 0, "region,")]
    [InlineData("use/07-table-without-target", "samarkand run ../cases/taiwan-embargo.yaml --draws 0", 0, "  Taiwan (target) ", "  The United States ", "  China (coalition) ")]
    [InlineData("use/08-markdown-without-verdict", "samarkand run ../cases/taiwan-embargo.yaml --draws 0 --format markdown", 0, "No: the United States stays neutral and does not come to Taiwan's rescue.")]
    [InlineData("use/09-eighty-columns", "[ $(COLUMNS=80 samarkand run ../cases/china-chips.yaml | LC_ALL=C.UTF-8 wc -L) -le 80 ] && echo fits", 0, "fits")]
    [InlineData("use/10-placeholder-evidence", "samarkand new x.yaml > /dev/null && samarkand run x.yaml --draws 0", 0, "are assumptions without evidence", "not: word for word")]
    [InlineData("use/11-target-as-player", "samarkand simulate c.yaml", 2, "c.yaml:5:34: RUS is the target, which takes no stance")]
    [InlineData("use/12-m-usd", "samarkand simulate c.yaml --format csv", 0, "region,")]
    [InlineData("use/13-dependence-hints", "samarkand dependence Russia China --format csv", 0, "RUS")]
    [InlineData("use/13-dependence-hints", "samarkand dependence RUS EU", 2, "EU is a bloc of 27; name one of its members")]
    [InlineData("use/13-dependence-hints", "samarkand world show samarkand-2021 --region Kazakhstan", 0, "Kazakhstan (KAZ), 2021")]
    [InlineData("use/14-dotnet-type", "samarkand run ../cases/china-chips.yaml --draws abc", 2, "--draws: `abc` is not a number of draws; expected 0 to 1000000", "not: System.")]
    [InlineData("use/15-routes-timeline", "samarkand routes c.yaml --timeline", 0, "Banned goods by month", "Mostly through")]
    [InlineData("use/16-residual-claim", "samarkand explain ../cases/eu-russia-2022.yaml --format csv > /dev/null && grep -c 'a larger residual is an error, never a result' \"$DOCS/guide.md\" || true", 0, "0\n")]
    [InlineData("use/19-median-beside-case-values", "samarkand run ../cases/samarkand-2022.yaml --draws 0 | grep -i median || true", 0, "not: edian")]
    [InlineData("use/20-small-amounts", "samarkand world import long flows-2020.csv small --theta 4 --balance 2> /dev/null > /dev/null && samarkand run c.yaml --world small", 0, "instead of 750 (-12.0 percent)", "not: bn USD", "not:   -0 ")]
    [InlineData("use/21-imputed-target", "samarkand run c.yaml --format markdown", 0, "- Data: percent of goods trade observed/corrected/scaled/imputed: Iran 0/0/2/98")]
    [InlineData("import", $"samarkand world import long F01_figaro_2021.csv w {Figaro} --theta 4 --balance > /dev/null 2>&1 && cat w/regions.csv", 0, "not: W2")]
    [InlineData("import", $"samarkand world import long F01_figaro_negative_removed_2021.csv w {Figaro} --theta 4 2>&1 && samarkand world check w", 0, "hold value added, taxes and totals", "w is an exact equilibrium.")]
    [InlineData("import", "samarkand world import long F02_iso2_2021.csv out/f02 --theta 4 > /dev/null 2>&1 && samarkand run F02_iso2.yaml", 0, "The coalition of 3 states")]
    [InlineData("import", "samarkand world aggregate wiod-2011 out/f03 --sectors F03_merge_primary.csv 2>&1 && samarkand run F03_energy.yaml --format markdown", 0, "the tag 'energy' is lost by 'PRIM'", "`energy` leaves out PRIM")]
    [InlineData("import", "samarkand world import long F04_base_2021.csv out/f04 --theta 4,5", 2, "--theta: '4,5' is not a number; write one such as 4 or 4.5, with a point")]
    [InlineData("import", "samarkand run F05_tariff_percent.yaml", 2, "25 is 2,500 percent")]
    [InlineData("import", "samarkand world import long F06_only_sells_2021.csv out/f06 --theta 4", 2, "origin: 'ATA' only sells")]
    [InlineData("import", "samarkand world import icio ICIO2021_2018.csv w --theta 4 > /dev/null 2>&1 && grep year w/world.json", 0, "2018")]
    [InlineData("import", "samarkand world import icio F08_ICIO2021_layout_2018.csv w --theta 4 > /dev/null 2>&1 && samarkand world check w", 0, "w is an exact equilibrium.")]
    [InlineData("import", "samarkand world import long F09_mixed_eol_2021.csv w --theta 4 2> /dev/null", 0, "Wrote w")]
    [InlineData("import", "samarkand world import long F10_utf16_2021.csv w --theta 4 2> /dev/null", 0, "Wrote w")]
    [InlineData("import", "samarkand world import long F11_leading_blank_2021.csv w --theta 4 2> /dev/null", 0, "Wrote w")]
    [InlineData("import", "samarkand world import long F11_sep_line_2021.csv w --theta 4 2> /dev/null", 0, "Wrote w")]
    [InlineData("import", "samarkand world import long F12_upper_2021.CSV w --theta 4 2> /dev/null", 0, "Wrote w")]
    [InlineData("import", "samarkand world import long F13_case_2021.csv w --theta 4", 2, "origin: 'deu' and 'DEU' differ in letter case alone")]
    [InlineData("import", "samarkand world import long F13_case_2021.csv w --theta 4 --balance", 2, "origin: 'deu' and 'DEU' differ in letter case alone")]
    [InlineData("import", "samarkand world import long F13_nfd_2021.csv w --theta 4 2> /dev/null > /dev/null && samarkand world show w", 0, "not: W2")]
    [InlineData("import", "samarkand world import long F14_panel_2021.csv w --theta 4 --year 2021 2> /dev/null", 0, "Wrote w")]
    [InlineData("import", "samarkand simulate F15_codes.yaml 2>&1", 0, "`US` was read as USA")]
    [InlineData("import", "TMPDIR=/nowhere samarkand world import long F04_base_2021.csv w --theta 4", 0, "Wrote w")]
    [InlineData("import", "samarkand world import long F17_world_2021.csv out/f17 --theta 4 > /dev/null 2>&1 && samarkand simulate F17_one_way.yaml --closure proportional", 1, "RUS can sell abroad but no longer buy")]
    public void A_trial_is_answered_well(string folder, string typed, int status, params string[] texts)
    {
        Copy(SharedData.Path($"trials/{folder}"), _folder["trial"]);
        var outcome = _folder.Bash($"DOCS='{Path.Combine(Command.Repository, "docs")}'; cd trial && mkdir -p out && {typed}");
        Assert.True(outcome.Status == status, $"exit status {outcome.Status}: {outcome.Output}{outcome.Error}");
        Assert.DoesNotContain("this is a mistake in samarkand", outcome.Error, StringComparison.Ordinal);
        var answer = status == 0 ? outcome.Output : outcome.Error;
        foreach (var text in texts)
        {
            if (text.StartsWith(Not, StringComparison.Ordinal))
                Assert.DoesNotContain(text[Not.Length..], answer, StringComparison.Ordinal);
            else
                Assert.Contains(text, answer, StringComparison.Ordinal);
        }
    }

    private const string Not = "not: ";

    private const string Figaro = "--columns origin=refArea,sector=rowIi,destination=counterpartArea,use=colIi,value=obsValue";

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
