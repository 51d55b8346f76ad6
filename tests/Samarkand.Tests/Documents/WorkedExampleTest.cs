using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Documents;

/// <summary>
/// The worked example of docs/method.md: the world and the case are read from the page, the library solves them, and every line
/// of the page must be what a calculator makes of it and what the library finds.
/// </summary>
public class WorkedExampleTest
{
    private static readonly string[] Regions = ["North", "South"];
    private static readonly string[] Sectors = ["goods", "services"];
    private static readonly MarkdownPage Page = new("docs/method.md");
    private static readonly World World = Read();
    private static readonly CaseAnswer Answer = CaseAnswer.Solve(CaseSource.FromText(Assert.Single(Page.Blocks("yaml")).Text, "docs/method.md").Case.BindTo(World));
    private static readonly PlainEconomy Economy = new(World);

    [Fact]
    public void The_baseline_is_that_of_the_library() => Check(
        "example: baseline",
        new()
        {
            ["Y^goods"] = j => Answer.Equilibrium.Baseline.Outputs[2 * j],
            ["Y^services"] = j => Answer.Equilibrium.Baseline.Outputs[2 * j + 1],
            ["X^goods"] = j => Answer.Equilibrium.Baseline.Expenditures[j],
            ["X^services"] = j => Answer.Equilibrium.Baseline.Expenditures[2 + j],
            ["V"] = j => Answer.Equilibrium.Baseline.ValueAdded[j],
            ["I"] = j => Answer.Equilibrium.Baseline.Income(new Region(j)),
            ["a^goods"] = j => Answer.Equilibrium.Baseline.FinalShares[2 * j],
            ["a^services"] = j => Answer.Equilibrium.Baseline.FinalShares[2 * j + 1],
            ["pi_N^goods"] = j => Answer.Equilibrium.Baseline.TradeShares[j],
            ["pi_S^goods"] = j => Answer.Equilibrium.Baseline.TradeShares[2 + j],
            ["pi_N^services"] = j => Answer.Equilibrium.Baseline.TradeShares[4 + j],
            ["pi_S^services"] = j => Answer.Equilibrium.Baseline.TradeShares[6 + j],
        });

    [Fact]
    public void The_shock_is_that_of_the_case()
    {
        var shock = new PlainShock(Economy, Answer.Equilibrium.Shock);
        Check("example: shock", new() { ["A_N^goods"] = j => shock.Weight(0, 0, j), ["A_S^goods"] = j => shock.Weight(0, 1, j) });
    }

    [Fact]
    public void With_unchanged_wages_labour_markets_do_not_clear()
    {
        var model = new PlainModel(Economy, Answer.Equilibrium.Shock, Closure.Fixed);
        var (state, labour) = (model.Start(), new double[2]);
        for (var pass = 0; pass < 20; pass++)
        {
            state = model.RightHandSides(state);
            labour = [.. state.Wage];
            Array.Fill(state.Wage, 1);
        }

        Assert.True(Math.Abs(labour[0] - 1) > 0.01);
        string[] shown = ["P^goods", "pi_N^goods", "pi_S^goods", "Y^goods", "X^services", "Y^services", "L"];
        Check("example: unchanged wages", Steps(state, labour).Where(step => shown.Contains(step.Key)).ToDictionary());
    }

    [Fact]
    public void With_the_wages_of_the_solver_every_step_holds()
    {
        var state = PlainState.Of(Answer.Equilibrium);
        Check("example: equilibrium", Steps(state, state.Wage));
    }

    [Fact]
    public void The_loss_is_that_of_the_command() => Check(
        "example: real income",
        new()
        {
            ["P"] = j => Answer.Equilibrium.PriceIndex(new Region(j)),
            ["W"] = j => Answer.Equilibrium.RealIncome(new Region(j)),
            ["loss"] = j => Answer.Effects.Regions[j].RealIncomePct,
            ["EV"] = j => Answer.Effects.Regions[j].EquivalentVariation,
        });

    [Theory]
    [InlineData("(0.8 × 0.5^-1 + 0.4)^(1/2) / 2", 0.707106781)]
    [InlineData("1 - 2 - 3 × -2", 5)]
    [InlineData("2^-(1 + 1) × 8 / 4", 0.5)]
    public void A_line_is_worked_out_as_on_a_calculator(string line, double value) => Assert.Equal(value, Arithmetic.Value(line), 1e-9);

    [Theory]
    [InlineData("1 + 2)")]
    [InlineData("(1 + 2")]
    [InlineData("1 × x")]
    public void What_is_no_arithmetic_is_refused(string line) => Assert.Throws<FormatException>(() => Arithmetic.Value(line));

    private static Dictionary<string, Func<int, double>> Steps(PlainState state, double[] labour) => new()
    {
        ["w"] = j => state.Wage[j],
        ["c^services"] = j => state.Cost[j, 1],
        ["P^services"] = j => state.Price[1, j],
        ["c^goods"] = j => state.Cost[j, 0],
        ["P^goods"] = j => state.Price[0, j],
        ["pi_N^goods"] = j => state.Buyers[0, 0, j] / state.Expenditure[0, j],
        ["pi_S^goods"] = j => state.Buyers[0, 1, j] / state.Expenditure[0, j],
        ["pi_N^services"] = j => state.Buyers[1, 0, j] / state.Expenditure[1, j],
        ["pi_S^services"] = j => state.Buyers[1, 1, j] / state.Expenditure[1, j],
        ["I"] = j => state.Income[j],
        ["X^goods"] = j => state.Expenditure[0, j],
        ["Y^goods"] = j => state.Output[j, 0],
        ["X^services"] = j => state.Expenditure[1, j],
        ["Y^services"] = j => state.Output[j, 1],
        ["L"] = j => labour[j] * Economy.ValueAdded[j],
        ["w V"] = j => state.Wage[j] * Economy.ValueAdded[j],
    };

    // A cell is `expression = value` or a value alone; the expression is worked out with the rounded numbers that it shows.
    private static void Check(string table, Dictionary<string, Func<int, double>> library)
    {
        var rows = Page.Table(table).ToArray();
        Assert.Equal(library.Keys.Order(), rows.Select(row => row["symbol"]).Order());
        foreach (var row in rows)
        {
            for (var j = 0; j < Regions.Length; j++)
            {
                var (symbol, cell) = (row["symbol"], row[Regions[j]]);
                var parts = cell.Split(" = ");
                var unit = Math.Pow(10, -(parts[^1] + ".").Split('.')[1].Length);
                var shown = double.Parse(parts[^1], CultureInfo.InvariantCulture);
                var what = $"{table}, {symbol}, {Regions[j]}: {cell}";
                Assert.True(Math.Abs(library[symbol](j) - shown) <= 0.5001 * unit, $"{what}: the library finds {library[symbol](j):R}");
                Assert.True(Math.Abs(Arithmetic.Value(parts[0]) - shown) <= 1.5 * unit, $"{what}: a calculator finds {Arithmetic.Value(parts[0]):R}");
            }
        }
    }

    private static World Read()
    {
        var (n, s) = (Regions.Length, Sectors.Length);
        double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        int Of(string[] names, string name) => Array.IndexOf(names, name);
        var (trade, inputs, final) = (new double[s * n * n], new double[n * s * s], new double[n * s]);
        foreach (var row in Page.Table("example: flows"))
        {
            foreach (var sector in Sectors)
                trade[(Of(Sectors, sector) * n + Of(Regions, row["seller"])) * n + Of(Regions, row["buyer"])] = Number(row[sector]);
        }

        var elasticities = new double[s];
        foreach (var row in Page.Table("example: sectors"))
        {
            var sector = Of(Sectors, row["sector"]);
            elasticities[sector] = Number(row["trade elasticity"]);
            for (var j = 0; j < n; j++)
            {
                var output = Enumerable.Range(0, n).Sum(buyer => trade[(sector * n + j) * n + buyer]);
                foreach (var input in Sectors)
                    inputs[(j * s + Of(Sectors, input)) * s + sector] = output * Number(row[$"share of {input} in its cost"]);
            }
        }

        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < s; k++)
            {
                var bought = Enumerable.Range(0, n).Sum(seller => trade[(k * n + seller) * n + j]);
                final[j * s + k] = bought - Enumerable.Range(0, s).Sum(user => inputs[(j * s + k) * s + user]);
            }
        }

        return new World(
            new WorldInfo("two-regions", "The worked example", 2021, [], []),
            [new("NTH", "North"), new("STH", "South")],
            [.. Sectors.Select(sector => new SectorInfo(sector, sector, []))],
            [],
            trade,
            null,
            inputs,
            final,
            elasticities);
    }
}
