using Samarkand.Model.Nests;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>Nests laid out for the sweep: the weights of bundles and who has which elasticities. Rows over sectors are padded.</summary>
internal sealed unsafe class NestTables
{
    private readonly AlignedMemory _memory;

    public NestTables(Baseline baseline, int rowS)
    {
        var (n, s) = (baseline.RegionCount, baseline.SectorCount);
        Nesting = baseline.Nesting!;
        _memory = new AlignedMemory((4L * n + 6) * rowS + 80);
        Energy = _memory.Take(n * rowS);
        EnergyInverses = _memory.Take(n * rowS);
        Materials = _memory.Take(n * rowS);
        MaterialInverses = _memory.Take(n * rowS);
        Top = _memory.Take(rowS);
        Fuels = _memory.Take(rowS);
        Makes = _memory.Take(rowS);
        Buys = _memory.Take(rowS);
        IsMaterial = _memory.Take(rowS);
        IsEnergy = _memory.Take(rowS);
        for (var user = 0; user < rowS; user++)
        {
            var makes = user < s && Nesting.MakesFuel[user];
            (Makes[user], Buys[user]) = makes ? (1, 0) : (0, 1);
            (Top[user], Fuels[user]) = (Nesting.Elasticities.EnergyOf(makes), Nesting.Elasticities.FuelsOf(makes));
            (IsMaterial[user], IsEnergy[user]) = user >= s ? (0, 0) : Nesting.IsEnergy[user] ? (0, 1) : (1, 0);
        }

        EnergySectors = [.. Enumerable.Range(0, s).Where(k => Nesting.IsEnergy[k])];
        for (var r = 0; r < n; r++)
        {
            for (var user = 0; user < s; user++)
            {
                var cell = r * rowS + user;
                for (var k = 0; k < s; k++)
                    (Nesting.IsEnergy[k] ? Energy : Materials)[cell] += baseline.InputShares[(r * s + k) * s + user];
                EnergyInverses[cell] = Energy[cell] > 0 ? 1 / Energy[cell] : 0;
                MaterialInverses[cell] = Materials[cell] > 0 ? 1 / Materials[cell] : 0;
            }
        }
    }

    public Nesting Nesting { get; }

    /// <summary>The sectors of the bundle of energy.</summary>
    public int[] EnergySectors { get; }

    /// <summary>The share of energy in cost, [region][user].</summary>
    public double* Energy { get; }

    /// <summary>One over it; 0 where there is none.</summary>
    public double* EnergyInverses { get; }

    /// <summary>The share of materials and services, [region][user].</summary>
    public double* Materials { get; }

    /// <summary>One over it; 0 where there is none.</summary>
    public double* MaterialInverses { get; }

    /// <summary>The elasticity between energy and the rest, by user.</summary>
    public double* Top { get; }

    /// <summary>The elasticity between kinds of energy, by user.</summary>
    public double* Fuels { get; }

    /// <summary>1 for those who make fuels.</summary>
    public double* Makes { get; }

    /// <summary>1 for all others.</summary>
    public double* Buys { get; }

    /// <summary>1 for materials and services, by input.</summary>
    public double* IsMaterial { get; }

    /// <summary>1 for energy, by input.</summary>
    public double* IsEnergy { get; }
}
