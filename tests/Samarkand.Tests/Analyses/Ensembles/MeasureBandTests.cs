using CsCheck;
using Samarkand.Analyses.Ensembles;

namespace Samarkand.Tests.Analyses.Ensembles;

public class MeasureBandTests
{
    [Fact]
    public void Percentiles_lie_between_order_statistics_in_proportion()
    {
        // At (n-1)p + 1 of 1, 2, 4, 8, 16: the 5th percentile at 1.2, the quartiles at 2 and 4, the 95th at 4.8.
        var band = MeasureBand.Of([16, 1, double.NaN, 8, 2, 4]);
        Assert.Equal((1.2, 2, 4, 8, 14.4), (Math.Round(band.P5, 12), band.P25, band.P50, band.P75, Math.Round(band.P95, 12)));
        Assert.Equal(6.2, band.Mean, 1e-12);
        Assert.Equal(Math.Sqrt((5.2 * 5.2 + 4.2 * 4.2 + 2.2 * 2.2 + 1.8 * 1.8 + 9.8 * 9.8) / 4 / 5), band.StandardError, 1e-12);
        Assert.Equal(5, band.Draws);
    }

    [Fact]
    public void A_band_is_in_order_whatever_the_order_of_draws() => Gen.Double[-5, 5].Array[1, 60].Sample(
        values =>
        {
            var band = MeasureBand.Of(values);
            double[] ascending = [values.Min(), band.P5, band.P25, band.P50, band.P75, band.P95, values.Max()];
            Assert.Equal(ascending.Order(), ascending);
            Assert.Equal(band, MeasureBand.Of(values.Reverse().Append(double.NaN)));
        });

    [Fact]
    public void Without_values_there_is_no_band()
    {
        var band = MeasureBand.Of([double.NaN, double.PositiveInfinity]);
        Assert.Equal(0, band.Draws);
        Assert.True(double.IsNaN(band.P50) && double.IsNaN(band.Mean) && double.IsNaN(band.StandardError));
        Assert.True(double.IsNaN(MeasureBand.Of([3]).StandardError));
    }
}
