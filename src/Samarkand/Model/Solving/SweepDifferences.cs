using System.Runtime.Intrinsics;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>
/// The matrix products of a <see cref="Sweep{TLanes, TVector}"/> by what the last step changed, in single precision: half as much to read, and what
/// rounding adds is small beside the step, not beside the number that it changes. What it leaves of the first, large steps goes with
/// the next full sweep.
/// </summary>
internal static unsafe class SweepDifferences
{
    private const int Count = 8;

    /// <summary>d log c = g d log w + B^T d log P, q *= exp(-theta d log c), X += B dY + a dI.</summary>
    public static void CostsAndDemand(PackedBaseline b, PackedSingles singles, Workspace ws, bool backwards)
    {
        var wages = ws.MoveMemory;
        var prices = wages + (ws.State.LogPrices - ws.StateMemory);
        var outputs = wages + (ws.State.Outputs - ws.StateMemory);
        for (var m = 0; m < b.N; m++)
        {
            var n = backwards ? b.N - 1 - m : m;
            Region(b, singles, ws, n, wages[n], prices + n, outputs + n * b.RowS);
        }
    }

    /// <summary>Adds A^T dq to one sector's price sums.</summary>
    public static void PriceSums(PackedBaseline b, Workspace ws, int s)
    {
        Kernels<Singles256, Vector256<float>, float>.Forward(ws.Scenario.SingleWeights[s], b.N, b.RowN, ws.PowerMoves + s, b.RowS, ws.TradeMoves);
        Add(ws.TradeMoves, ws.PriceSums + s * b.RowN, b.RowN);
    }

    /// <summary>Adds A / prod(1 + tau') dz to one sector's sales.</summary>
    public static void Sales(PackedBaseline b, Workspace ws, int s)
    {
        Kernels<Singles256, Vector256<float>, float>.Backward(ws.Scenario.SingleBasicWeights[s], b.N, b.RowN, ws.PullMoves, ws.TradeMoves);
        Add(ws.TradeMoves, ws.Sales + s * b.RowN, b.RowN);
    }

    /// <summary>Adds (A / prod(1 + tau'))^T dq to one sector's price sums at basic prices.</summary>
    public static void BasicPriceSums(PackedBaseline b, Workspace ws, int s)
    {
        Kernels<Singles256, Vector256<float>, float>.Forward(ws.Scenario.SingleBasicWeights[s], b.N, b.RowN, ws.PowerMoves + s, b.RowS, ws.TradeMoves);
        Add(ws.TradeMoves, ws.BasicPriceSums + s * b.RowN, b.RowN);
    }

    private static void Region(PackedBaseline b, PackedSingles singles, Workspace ws, int n, float wage, float* prices, float* outputs)
    {
        var first = n * b.RowS;
        var costs = ws.CostMoves;
        var demand = ws.DemandMoves;
        for (var v = 0; v < b.RowS; v += Count)
            (Vector256.Load(singles.ValueAddedShares + first + v) * wage).Store(costs + v);
        var income = (float)(ws.Incomes[n] - ws.LastIncomes[n]);
        Kernels<Singles256, Vector256<float>, float>.BothWays(
            singles.Inputs + n * b.InputBlock, b.S, b.RowS, prices, b.RowN, outputs, costs, singles.FinalShares + first, income, demand, 1);
        for (var v = 0; v < b.RowS; v += Count)
        {
            var growth = SingleExponentials<Singles256, Vector256<float>>.LessOne(Vector256.Load(costs + v) * Vector256.Load(singles.MinusElasticities + v));
            Singles256.Grow(growth, ws.CostPowers + first + v).Store(ws.PowerMoves + first + v);
        }

        for (var k = 0; k < b.S; k++)
            ws.Demand[k * b.RowN + n] += demand[k];
    }

    private static void Add(float* moves, double* target, int length)
    {
        for (var v = 0; v < length; v += Count)
            Singles256.AddTo(Vector256.Load(moves + v), target + v);
    }
}
