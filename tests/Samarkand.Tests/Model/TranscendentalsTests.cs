using System.Runtime.Intrinsics;
using CsCheck;
using Samarkand.Model;
using Samarkand.Model.Vectors;

namespace Samarkand.Tests.Model;

public class TranscendentalsTests
{
    [Fact]
    public void Exponentials_agree_with_the_general_ones_at_every_width() =>
        Gen.Double[-690, 690].Array[8].Sample(x => Agree(x, Math.Exp, Narrow.Exp, Wide.Exp, Widest.Exp));

    [Fact]
    public void Logarithms_agree_with_the_general_ones_at_every_width() =>
        Gen.Double[-690, 690].Select(Math.Exp).Array[8].Sample(x => Agree(x, Math.Log, Narrow.Log, Wide.Log, Widest.Log));

    [Fact]
    public void Logarithms_near_one_keep_their_relative_precision() =>
        Gen.Double[-1e-6, 1e-6].Select(x => 1 + x).Array[8].Sample(x => Agree(x, Math.Log, Narrow.Log, Wide.Log, Widest.Log));

    private static void Agree(
        double[] x,
        Func<double, double> expected,
        Func<Vector128<double>, Vector128<double>> narrow,
        Func<Vector256<double>, Vector256<double>> wide,
        Func<Vector512<double>, Vector512<double>> widest)
    {
        var (narrows, wides, all) = (narrow(Vector128.Create(x, 0)), wide(Vector256.Create(x, 0)), widest(Vector512.Create(x, 0)));
        for (var lane = 0; lane < 8; lane++)
        {
            var exact = expected(x[lane]);
            Assert.Equal(exact, all[lane], 4e-16 * Math.Abs(exact));
            if (lane < 4)
                Assert.Equal(exact, wides[lane], 4e-16 * Math.Abs(exact));
            if (lane < 2)
                Assert.Equal(exact, narrows[lane], 4e-16 * Math.Abs(exact));
        }
    }

    private static class Narrow
    {
        public static Vector128<double> Exp(Vector128<double> x) => Transcendentals<Lanes128, Vector128<double>>.Exp(x);

        public static Vector128<double> Log(Vector128<double> x) => Transcendentals<Lanes128, Vector128<double>>.Log(x);
    }

    private static class Wide
    {
        public static Vector256<double> Exp(Vector256<double> x) => Transcendentals<Lanes256, Vector256<double>>.Exp(x);

        public static Vector256<double> Log(Vector256<double> x) => Transcendentals<Lanes256, Vector256<double>>.Log(x);
    }

    private static class Widest
    {
        public static Vector512<double> Exp(Vector512<double> x) => Transcendentals<Lanes512, Vector512<double>>.Exp(x);

        public static Vector512<double> Log(Vector512<double> x) => Transcendentals<Lanes512, Vector512<double>>.Log(x);
    }
}
