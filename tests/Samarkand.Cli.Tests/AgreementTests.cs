using System.Globalization;
using Samarkand.Cli.Commands.Gravity;
using Samarkand.Core;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Regression;
using Samarkand.Estimation.Structure;
using Samarkand.Tests;

namespace Samarkand.Cli.Tests;

/// <summary>General equilibria of estimated agreements.</summary>
public class AgreementTests
{
    private const double Sigma = 7;

    // The file is named for 2002; its outputs are those of 1994. Put into the equations of the guide, the published prices leave markets
    // 0.4 percent from clearing (Canada), since the guide's loop ends once prices move by less than 0.01. Ours clear, so that the two
    // agree to a twentieth of a percentage point and no closer.
    [Fact]
    public void Nafta_in_the_second_chapter()
    {
        var request = new GravityRequest([SharedData.Path(Path.Combine("reference", "gravity", "agtpa.csv.gz"))], "trade ~ rta | exporter^year + importer^year + pair_id")
        {
            Where = "year % 4 = 2",
            Agreement = "rta",
            Members = "CAN,MEX,USA",
            Sigma = Sigma,
            Reference = "DEU",
            Time = "1994",
            Draws = 200,
            Seed = 1,
        };
        var answer = GravityAnswer.Of(request, (_, _) => { }, TestContext.Current.CancellationToken);
        Assert.InRange(answer.Certificate.LargestResidual, 1e-16, 1e-9);
        var rows = answer.Result.Agreement;
        foreach (var line in File.ReadLines(SharedData.Path(Path.Combine("reference", "gravity", "nafta_2002_general_equilibrium.csv"))).Skip(1))
        {
            var fields = line.Split(',');
            double Number(int k) => double.Parse(fields[k], CultureInfo.InvariantCulture);
            var published = 100 * (Math.Pow(Number(15) / Number(17), 1 / (1 - Sigma)) / Number(4) - 1);
            Assert.Equal(published, rows.Single(row => row.State == fields[0]).RealIncome, 0.05);
        }

        Assert.All(rows, row => Assert.InRange(row.RealIncome, row.Low, row.High));
        Assert.Equal(0, rows.Single(row => row.State == "DEU").Index, 1e-9);
    }

    // The equations of the guide, written as it writes them: with outward and inward resistances, prices at the factory gate, outputs and
    // spending Y = p Q and E = phi Y.
    [Fact]
    public void The_equilibrium_solves_the_equations_of_the_guide()
    {
        var (world, effect) = Example();
        var study = AgreementStudy.Of(world, effect, [], TestContext.Current.CancellationToken);
        var (n, trade) = (world.World.Regions.Length, world.World.Trade.ToArray());
        var p = study.Rows.Select(row => 1 + row.Price / 100).ToArray();
        double[] Sums(Func<int, int, double> of) => [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => of(i, j)))];
        var (output, spending) = (Sums((i, j) => trade[i * n + j]), Sums((j, i) => trade[i * n + j]));
        var scale = output.Zip(p, (y, price) => y * price).Sum() / spending.Zip(p, (e, price) => e * price).Sum();
        bool Within(int i, int j) => i != j && world.Members.Any(member => member.Index == i) && world.Members.Any(member => member.Index == j);
        double Cost(int i, int j) => trade[i * n + j] * (Within(i, j) ? Math.Exp(effect.Coefficient) : 1) / (output[i] * spending[j]);
        var inward = Sums((j, i) => Cost(i, j) * Math.Pow(p[i], -effect.Theta) * output[i]);
        var outward = Sums((i, j) => Cost(i, j) / inward[j] * spending[j] * p[j] * scale);
        for (var i = 0; i < n; i++)
        {
            Assert.Equal(p[i] * output[i], output[i] * Math.Pow(p[i], -effect.Theta) * outward[i], 1e-8 * output[i]);
            Assert.Equal(100 * (p[i] * Math.Pow(inward[i], 1 / effect.Theta) - 1), study.Rows[i].RealIncome, 1e-7);
            Assert.Equal(100 * (Math.Pow(inward[i], -1 / effect.Theta) - 1), study.Rows[i].Index, 1e-7);
        }
    }

    [Fact]
    public void Every_draw_solved_by_itself_gives_the_bands_of_the_batch()
    {
        var (world, effect) = Example();
        AgreementEffect[] draws = [.. Enumerable.Range(0, 101).Select(draw => new AgreementEffect(effect.Coefficient + 0.004 * (draw - 50), effect.Theta * (1 + 0.003 * (draw - 50))))];
        var study = AgreementStudy.Of(world, effect, draws, TestContext.Current.CancellationToken);
        Assert.Equal(0, study.Lost);
        Assert.InRange(study.Residual, 1e-17, 1e-9);
        var alone = draws.Select(draw => AgreementStudy.Of(world with { World = Example(draw.Theta).World.World }, draw, [], TestContext.Current.CancellationToken)).ToArray();
        for (var r = 0; r < study.Rows.Length; r++)
        {
            var sorted = alone.Select(one => one.Rows[r].RealIncome).Order().ToArray();
            Assert.Equal(sorted[2] + 0.5 * (sorted[3] - sorted[2]), study.Rows[r].Low, 1e-7);
            Assert.Equal(sorted[97] + 0.5 * (sorted[98] - sorted[97]), study.Rows[r].High, 1e-7);
        }
    }

    [Fact]
    public void Draws_have_the_covariance_of_the_estimate()
    {
        var estimate = Estimate.Poisson(Sample(), cancellation: TestContext.Current.CancellationToken);
        var request = new GravityRequest([], "") { Agreement = "rta", Elasticity = "cost", Draws = 40_000, Seed = 1 };
        var draws = AgreementEffect.Draws(estimate, request);
        var (coefficients, thetas) = (draws.Select(draw => draw.Coefficient).ToArray(), draws.Select(draw => draw.Theta).ToArray());
        var matrix = estimate.Covariance.Matrix;
        Assert.Equal(estimate.Coefficients[0].Value, coefficients.Average(), 0.02 * estimate.Coefficients[0].Error);
        Assert.Equal(-estimate.Coefficients[1].Value, thetas.Average(), 0.02 * estimate.Coefficients[1].Error);
        Assert.Equal(1, MathNet.Numerics.Statistics.Statistics.Variance(coefficients) / matrix[0, 0], 0.02);
        Assert.Equal(1, MathNet.Numerics.Statistics.Statistics.Variance(thetas) / matrix[1, 1], 0.02);
        Assert.Equal(-matrix[0, 1] / Math.Sqrt(matrix[0, 0] * matrix[1, 1]), MathNet.Numerics.Statistics.Correlation.Pearson(coefficients, thetas), 0.02);
        Assert.All(AgreementEffect.Draws(estimate, request with { Sigma = 5 }), draw => Assert.Equal(4, draw.Theta));
    }

    [Fact]
    public void An_agreement_that_is_taken_away_is_one_that_is_brought_where_it_is_not()
    {
        var (with, effect) = Example();
        var taken = AgreementStudy.Of(with with { IsThere = true }, effect, [], TestContext.Current.CancellationToken);
        var brought = AgreementStudy.Of(with, effect with { Coefficient = -effect.Coefficient }, [], TestContext.Current.CancellationToken);
        Assert.All(taken.Rows.Zip(brought.Rows), rows => Assert.Equal(1, (1 + rows.First.RealIncome / 100) * (1 + rows.Second.RealIncome / 100), 1e-12));
    }

    [Fact]
    public void A_draw_without_an_elasticity_above_zero_is_counted_and_left_out()
    {
        var (world, effect) = Example();
        var study = AgreementStudy.Of(world, effect, [effect, effect with { Theta = -0.1 }, effect], TestContext.Current.CancellationToken);
        Assert.Equal(1, study.Lost);
        Assert.All(study.Rows, row => Assert.Equal(row.RealIncome, row.Low, 1e-7));
    }

    private static (AgreementWorld World, AgreementEffect Effect) Example(double theta = 4)
    {
        var estimate = Estimate.Poisson(Sample(), cancellation: TestContext.Current.CancellationToken);
        return (AgreementWorld.Of(estimate, 0, new AgreementQuestion(["S0", "S1", "S2"], "S5"), theta), new AgreementEffect(0.4, theta));
    }

    // Ten states that sell to all, at home most, with unequal deficits; an agreement is there between the last four.
    private static Sample Sample()
    {
        const int n = 10;
        double Random(int i, int place) => SplitMix.Uniform(7, i, place);
        int[] cells = [.. Enumerable.Range(0, n * n)];
        Grouping States(string name, Func<int, int> of) => new(name, [.. cells.Select(of)], n) { Labels = [.. Enumerable.Range(0, n).Select(i => FormattableString.Invariant($"S{i}"))] };
        double[] rta = [.. cells.Select(cell => cell / n != cell % n && cell / n > 5 && cell % n > 5 ? 1.0 : 0)];
        double[] cost = [.. cells.Select(cell => cell / n == cell % n ? 0 : 0.1 + Random(cell, 0))];
        double[] trade = [.. cells.Select(cell => Math.Exp(5 + 2 * Random(cell / n, 1) + 2 * Random(cell % n, 2) + 0.5 * rta[cell] - 4 * cost[cell] + 0.6 * Random(cell, 3)))];
        return new Sample("trade", trade, [new Regressor("rta", rta), new Regressor("cost", cost)], [States("seller", cell => cell / n), States("buyer", cell => cell % n)]) { Carried = [States("seller", cell => cell / n), States("buyer", cell => cell % n)] };
    }
}
