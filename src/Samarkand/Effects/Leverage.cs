namespace Samarkand.Effects;

/// <summary>The target's loss for each dollar of the coalition's own cost.</summary>
/// <param name="WithoutTransfers">Without what one side pays the other: both sides must lose for it to exist.</param>
/// <param name="WithTransfers">With lump payments, as the equivalent variations hold them; NaN where one side gains.</param>
internal sealed record Leverage(double WithoutTransfers, double WithTransfers)
{
    // In percent of income: less rounds to nothing.
    private const double Nothing = 0.0005;

    /// <summary>True where lump payments make a difference that shows.</summary>
    public bool HasTransfers => double.IsNaN(WithTransfers) || Math.Abs(WithTransfers - WithoutTransfers) >= 0.005;

    /// <summary>The leverage of a case; null where there is no coalition, or one side loses nothing.</summary>
    public static Leverage? Of(CaseAnswer answer)
    {
        if (answer.Case.Coalition.IsEmpty || answer.Groups is not [var target, var coalition, ..] || !Loses(target) || !Loses(coalition))
            return null;
        var gross = target.EquivalentVariation < 0 && coalition.EquivalentVariation < 0 ? target.EquivalentVariation / coalition.EquivalentVariation : double.NaN;
        return new Leverage(target.WithoutTransfers / coalition.WithoutTransfers, gross);
    }

    private static bool Loses(GroupEffects group) => 100 * group.WithoutTransfers / group.Income <= -Nothing;
}
