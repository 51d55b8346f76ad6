using System.Runtime.Intrinsics;

namespace Samarkand.Estimation.Regression;

/// <summary>The acceleration of Irons and Tuck (1969, International Journal for Numerical Methods in Engineering 1), by lane.</summary>
internal static unsafe class IronsTuck
{
    /// <summary>x = g(g(x)) - (d . d2) / (d2 . d2) d, where d is the last step and d2 how it differs from the one before.</summary>
    /// <param name="twice">g(g(x)), by grouping; becomes the accelerated x. The first grouping follows from the others and is left alone.</param>
    /// <param name="once">g(x).</param>
    /// <param name="before">x.</param>
    public static void Accelerate(double[][] twice, double[][] once, double[][] before)
    {
        var (along, square) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var f = 1; f < twice.Length; f++)
        {
            fixed (double* x2 = twice[f], x1 = once[f], x0 = before[f])
            {
                for (var k = 0; k < before[f].Length; k += Projection.Lanes)
                {
                    var last = Vector256.Load(x2 + k) - Vector256.Load(x1 + k);
                    var bend = last - (Vector256.Load(x1 + k) - Vector256.Load(x0 + k));
                    along += last * bend;
                    square += bend * bend;
                }
            }
        }

        var factor = Vector256.ConditionalSelect(Vector256.GreaterThan(square, Vector256<double>.Zero), along / square, Vector256<double>.Zero);
        for (var f = 1; f < twice.Length; f++)
        {
            fixed (double* x2 = twice[f], x1 = once[f])
            {
                for (var k = 0; k < before[f].Length; k += Projection.Lanes)
                {
                    var last = Vector256.Load(x2 + k);
                    (last - factor * (last - Vector256.Load(x1 + k))).Store(x2 + k);
                }
            }
        }
    }
}
