using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>
/// Mixing that looks at the directions of the whole state, each as a relative one, where wages alone do not see what is slow: a few
/// regions, and revenues that answer each other. Costs a pass over the history for each sweep, so it is kept for what fails without.
/// </summary>
internal sealed unsafe class StateMixing
{
    private readonly AlignedMemory _memory;
    private readonly AndersonMixing _mixing;
    private readonly double* _directions;
    private readonly int _length;

    public StateMixing(int length, int depth)
    {
        (_length, _mixing) = (length, new AndersonMixing(length, depth));
        _memory = new AlignedMemory((depth + 1L) * length);
        _directions = _memory.Take((depth + 1) * length);
    }

    /// <summary>Weights of the last <paramref name="count"/> + 1 directions, newest first, of which the workspace's residual is the newest.</summary>
    public ReadOnlySpan<double> Weights<TLanes, TVector>(PackedBaseline b, SweepState residual, int newest, int count)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var row = _directions + newest * _length;
        var length = (int)(residual.Revenues - residual.LogWages) + b.RowN;
        new ReadOnlySpan<double>(residual.LogWages, length).CopyTo(new Span<double>(row, length));
        var outputs = row + (residual.Outputs - residual.LogWages);
        for (var v = 0; v < b.N * b.RowS; v++)
            outputs[v] *= b.OutputScales[v];
        var revenues = row + (residual.Revenues - residual.LogWages);
        for (var n = 0; n < b.N; n++)
            revenues[n] /= b.ValueAdded[n];
        return _mixing.Weights<TLanes, TVector>(_directions, newest, count);
    }
}
