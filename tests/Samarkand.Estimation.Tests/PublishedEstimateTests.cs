using Samarkand.Estimation.Regression;

namespace Samarkand.Tests;

/// <summary>Estimates that others published, to the digits that they printed.</summary>
public class PublishedEstimateTests
{
    [Fact]
    public void The_first_chapter_of_the_advanced_guide_by_ppml()
    {
        var estimate = Published.Poisson(Published.Read("agtpa.csv.gz", Published.ChapterOne, Published.EveryFourYears, "pair_id"));
        Assert.Equal(28152, estimate.Sample.Rows);
        Published.Holds(estimate, "ln(dist)", -.8409, .0317, 4, 0.00005);
        Published.Holds(estimate, "cntg", .4374, .0832, 4, 0.00005);
        Published.Holds(estimate, "lang", .2475, .0765, 4, 0.00005);
        Published.Holds(estimate, "clny", -.2225, .1162, 4, 0.00005);
        Assert.True(estimate.Fit.Left < 1e-6, $"{estimate.Fit.Left}");
        Assert.True(estimate.Fit.GroupLeft < 1e-6, $"{estimate.Fit.GroupLeft}");
    }

    // The guide's first column: output and expenditure, and no effects. With the effects of its third it prints -1.216 (.038).
    [Fact]
    public void The_first_chapter_of_the_advanced_guide_in_logarithms()
    {
        var simple = Estimate.Logs(Published.Read("agtpa.csv.gz", "trade ~ ln(dist) + cntg + lang + clny + ln(y) + ln(e)", Published.EveryFourYears, "pair_id", totals: true));
        Assert.Equal(25689, simple.Sample.Rows);
        Published.Holds(simple, "ln(dist)", -1.0016, .0273, 4, 0.00005);
        var effects = Estimate.Logs(Published.Read("agtpa.csv.gz", Published.ChapterOne, Published.EveryFourYears, "pair_id"));
        Published.Holds(effects, "ln(dist)", -1.216, .038, 3, 0.0005);
    }

    [Fact]
    public void The_second_chapter_of_the_advanced_guide()
    {
        var estimate = Published.Poisson(Published.Read("border_2006.csv.gz", "trade ~ ln_dist + cntg + intl_brdr | exporter + importer"));
        Assert.Equal(4761, estimate.Sample.Rows);
        Published.Holds(estimate, "ln_dist", -.7912879, .0501494, 7, 5e-8);
        Published.Holds(estimate, "intl_brdr", -2.47445, .1193816, 5, 5e-8);
    }

    [Fact]
    public void The_agreements_of_the_second_chapter()
    {
        var estimate = Published.Poisson(Published.Read("agtpa.csv.gz", "trade ~ rta | exporter^year + importer^year + pair_id", "year % 4 = 2"));
        Published.Holds(estimate, "rta", .5571853, .055771, 7, 5e-7);
    }

    [Fact]
    public void Three_ways_of_weidner_and_zylkin()
    {
        var estimate = Published.Poisson(Published.Read("fta_panel.csv.gz", "trade ~ fta | isoexp^year + isoimp^year + isoexp^isoimp", "category = 'MANUF'", "isoexp^isoimp"));
        Published.Holds(estimate, "fta", .1780290, .0350079, 7, 5e-8);
    }

    [Fact]
    public void Two_ways_of_weidner_and_zylkin()
    {
        var estimate = Published.Poisson(Published.Read("fta_panel.csv.gz", "trade ~ ln_distw + contig + colony + comlang_off + comleg + fta | isoexp^year + isoimp^year", "category = 'MANUF'", "isoexp^isoimp"));
        Published.Holds(estimate, "ln_distw", -.5826890, .0372778, 7, 5e-8);
        Published.Holds(estimate, "fta", .8540740, .0748473, 7, 5e-8);
    }

    [Fact]
    public void The_sample_of_the_united_states_international_trade_commission()
    {
        var estimate = Published.Poisson(Published.Read("one_sector_2006.csv", "trade ~ lndist + contiguity + common_language + pta + international | exporter + importer"));
        Published.Holds(estimate, "lndist", -.3898623, .0729915, 7, 5e-8);
        Published.Holds(estimate, "pta", .4711383, .1076578, 7, 5e-8);
    }
}
