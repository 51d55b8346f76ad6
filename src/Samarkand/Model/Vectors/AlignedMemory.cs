namespace Samarkand.Model.Vectors;

/// <summary>
/// Doubles that do not move and start on a 64-byte boundary, handed out in slices: a 512-bit load that straddles two cache
/// lines costs two. Freed by the garbage collector with its owner.
/// </summary>
internal sealed unsafe class AlignedMemory
{
    private const int Line = 8;

    private readonly double[] _doubles;
    private readonly double* _start;
    private readonly int _length;
    private int _used;

    public AlignedMemory(long length)
    {
        _length = checked((int)length);
        _doubles = GC.AllocateArray<double>(_length + Line, pinned: true);
        var address = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _doubles[0]);
        _start = (double*)((address + 63) & ~(nint)63);
        LargePages.Ask(_start, (long)_length * sizeof(double));
    }

    /// <summary>The smallest multiple of eight that holds a row of this length.</summary>
    public static int Padded(int length) => (length + Line - 1) / Line * Line;

    /// <summary>The next slice, zeroed. Valid as long as this object lives.</summary>
    public double* Take(int length)
    {
        var padded = Padded(length);
        if (_used + padded > _length)
            throw new InvalidOperationException("The solver asked for more memory than it reserved.");
        var slice = _start + _used;
        _used += padded;
        return slice;
    }
}
