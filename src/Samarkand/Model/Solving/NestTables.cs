using Samarkand.Model.Nests;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>
/// Nests laid out for the sweep: the weights of bundles and who has which elasticities. Rows over sectors are padded; a user beyond the last sector
/// uses nothing but labour, of which it has no share.
/// </summary>
internal sealed unsafe class NestTables
{
    private readonly AlignedMemory _memory;

    public NestTables(Baseline baseline, int rowS)
    {
        var (n, s) = (baseline.RegionCount, baseline.SectorCount);
        Nesting = baseline.Nesting!;
        _memory = new AlignedMemory((4L * n + 8) * rowS + AlignedMemory.Padded(n) + 80);
        EnergyWeights = _memory.Take(n * rowS);
        EnergyInverses = _memory.Take(n * rowS);
        AddedWeights = _memory.Take(n * rowS);
        MaterialInverses = _memory.Take(n * rowS);
        Top = _memory.Take(rowS);
        TopInverses = _memory.Take(rowS);
        Fuels = _memory.Take(rowS);
        FuelInverses = _memory.Take(rowS);
        Makes = _memory.Take(rowS);
        Buys = _memory.Take(rowS);
        IsMaterial = _memory.Take(rowS);
        IsEnergy = _memory.Take(rowS);
        FinalEnergy = _memory.Take(n);
        for (var user = 0; user < rowS; user++)
        {
            var makes = user < s && Nesting.MakesFuel[user];
            (Makes[user], Buys[user]) = makes ? (1, 0) : (0, 1);
            (Top[user], Fuels[user]) = (Nesting.Elasticities.EnergyOf(makes), Nesting.Elasticities.FuelsOf(makes));
            (TopInverses[user], FuelInverses[user]) = (Inverse(1 - Top[user]), Inverse(1 - Fuels[user]));
            (IsMaterial[user], IsEnergy[user]) = user >= s ? (0, 0) : Nesting.IsEnergy[user] ? (0, 1) : (1, 0);
        }

        EnergySectors = [.. Enumerable.Range(0, s).Where(k => Nesting.IsEnergy[k])];
        for (var r = 0; r < n; r++)
        {
            for (var user = 0; user < rowS; user++)
                Weigh(baseline, r, user, r * rowS + user);
            foreach (var k in EnergySectors)
                FinalEnergy[r] += baseline.FinalShares[r * s + k];
        }
    }

    public Nesting Nesting { get; }

    /// <summary>The sectors of the bundle of energy.</summary>
    public int[] EnergySectors { get; }

    /// <summary>The share of energy in cost, [region][user]; that of everything else is one less it.</summary>
    public double* EnergyWeights { get; }

    /// <summary>One over it; 0 where there is none.</summary>
    public double* EnergyInverses { get; }

    /// <summary>The share of value added in what is not energy, [region][user]; that of materials and services is one less it.</summary>
    public double* AddedWeights { get; }

    /// <summary>One over the share of materials and services in cost; 0 where there is none.</summary>
    public double* MaterialInverses { get; }

    /// <summary>The elasticity between energy and the rest, by user.</summary>
    public double* Top { get; }

    /// <summary>One over one less it, 0 where it is 1.</summary>
    public double* TopInverses { get; }

    /// <summary>The elasticity between kinds of energy, by user.</summary>
    public double* Fuels { get; }

    /// <summary>One over one less it, 0 where it is 1.</summary>
    public double* FuelInverses { get; }

    /// <summary>1 for those who make fuels.</summary>
    public double* Makes { get; }

    /// <summary>1 for all others.</summary>
    public double* Buys { get; }

    /// <summary>1 for materials and services, by input.</summary>
    public double* IsMaterial { get; }

    /// <summary>1 for energy, by input.</summary>
    public double* IsEnergy { get; }

    /// <summary>The share of energy in final expenditure, by region.</summary>
    public double* FinalEnergy { get; }

    private void Weigh(Baseline baseline, int region, int user, int cell)
    {
        var s = baseline.SectorCount;
        AddedWeights[cell] = 1;
        if (user >= s)
            return;
        var (energy, materials, added) = (0.0, 0.0, baseline.ValueAddedShares[region * s + user]);
        for (var k = 0; k < s; k++)
        {
            var share = baseline.InputShares[(region * s + k) * s + user];
            (energy, materials) = Nesting.IsEnergy[k] ? (energy + share, materials) : (energy, materials + share);
        }

        EnergyWeights[cell] = energy / (energy + added + materials);
        EnergyInverses[cell] = Inverse(energy);
        MaterialInverses[cell] = Inverse(materials);
        AddedWeights[cell] = added + materials > 0 ? added / (added + materials) : 1;
    }

    private static double Inverse(double value) => value == 0 ? 0 : 1 / value;
}
