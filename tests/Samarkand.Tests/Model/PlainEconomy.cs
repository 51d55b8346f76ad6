using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>A world in the terms of docs/method.md, computed in plain loops from its own tables; shares no code with the library.</summary>
internal sealed class PlainEconomy
{
    public PlainEconomy(World world, double elasticityScale = 1)
    {
        (N, S) = (world.Regions.Length, world.Sectors.Length);
        (Flow, Tariff, Share) = (new double[S, N, N], new double[S, N, N], new double[S, N, N]);
        (Expenditure, Output) = (new double[S, N], new double[N, S]);
        (Added, Input, Final) = (new double[N, S], new double[N, S, S], new double[N, S]);
        (ValueAdded, Revenue, Deficit, Income) = (new double[N], new double[N], new double[N], new double[N]);
        Elasticity = [.. world.Elasticities.ToArray().Select(theta => theta * elasticityScale)];
        for (var s = 0; s < S; s++)
            ReadTrade(world, s);
        for (var j = 0; j < N; j++)
            ReadUse(world, j);
    }

    public int N { get; }

    public int S { get; }

    /// <summary>M, [sector, origin, destination].</summary>
    public double[,,] Flow { get; }

    /// <summary>tau, [sector, origin, destination].</summary>
    public double[,,] Tariff { get; }

    /// <summary>pi, [sector, origin, destination].</summary>
    public double[,,] Share { get; }

    /// <summary>X, [sector, region].</summary>
    public double[,] Expenditure { get; }

    /// <summary>Y, [region, sector].</summary>
    public double[,] Output { get; }

    /// <summary>g, [region, sector].</summary>
    public double[,] Added { get; }

    /// <summary>g^ks, [region, input k, sector s].</summary>
    public double[,,] Input { get; }

    /// <summary>a, [region, sector].</summary>
    public double[,] Final { get; }

    /// <summary>theta, by sector.</summary>
    public double[] Elasticity { get; }

    /// <summary>How inputs are nested; null where they are Cobb-Douglas.</summary>
    public PlainNests? Nests { get; init; }

    /// <summary>The elasticity between home and foreign goods over that among foreign ones.</summary>
    public double HomeRatio { get; init; } = 1;

    /// <summary>V.</summary>
    public double[] ValueAdded { get; }

    /// <summary>R.</summary>
    public double[] Revenue { get; }

    /// <summary>D.</summary>
    public double[] Deficit { get; }

    /// <summary>I.</summary>
    public double[] Income { get; }

    /// <summary>A region does without a sector: what it spent on it goes to the other sectors and to value added, in proportion.</summary>
    public void GiveUp(int region, int sector)
    {
        var kept = 1 - Final[region, sector];
        for (var k = 0; k < S; k++)
            Final[region, k] = k == sector ? 0 : Final[region, k] / kept;
        for (var user = 0; user < S; user++)
        {
            kept = 1 - Input[region, sector, user];
            Added[region, user] /= kept;
            for (var k = 0; k < S; k++)
                Input[region, k, user] = k == sector ? 0 : Input[region, k, user] / kept;
        }
    }

    private void ReadTrade(World world, int s)
    {
        for (var j = 0; j < N; j++)
        {
            for (var i = 0; i < N; i++)
            {
                var cell = (s * N + i) * N + j;
                Flow[s, i, j] = world.Trade[cell];
                Tariff[s, i, j] = world.Tariffs.IsEmpty ? 0 : world.Tariffs[cell];
                Expenditure[s, j] += Flow[s, i, j] * (1 + Tariff[s, i, j]);
                Output[i, s] += Flow[s, i, j];
                Revenue[j] += Flow[s, i, j] * Tariff[s, i, j];
                Deficit[j] += Flow[s, i, j];
                Deficit[i] -= Flow[s, i, j];
            }

            for (var i = 0; i < N; i++)
            {
                if (Expenditure[s, j] > 0)
                    Share[s, i, j] = Flow[s, i, j] * (1 + Tariff[s, i, j]) / Expenditure[s, j];
            }
        }
    }

    private void ReadUse(World world, int j)
    {
        var final = 0.0;
        for (var s = 0; s < S; s++)
        {
            Added[j, s] = 1;
            for (var k = 0; k < S; k++)
            {
                var used = world.Inputs[(j * S + k) * S + s];
                Input[j, k, s] = Output[j, s] > 0 ? used / Output[j, s] : 0;
                Added[j, s] -= Input[j, k, s];
            }

            ValueAdded[j] += Added[j, s] * Output[j, s];
            final += world.Final[j * S + s];
        }

        for (var s = 0; s < S; s++)
            Final[j, s] = world.Final[j * S + s] / final;
        Income[j] = ValueAdded[j] + Revenue[j] + Deficit[j];
    }
}
