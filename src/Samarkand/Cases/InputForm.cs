namespace Samarkand.Cases;

/// <summary>How buyers choose among origins.</summary>
internal enum OriginForm
{
    /// <summary>Home is an origin like the others.</summary>
    OneTier,

    /// <summary>First home or abroad, with half the elasticity, then among foreign origins (docs/method.md, section 1d).</summary>
    TwoTier,
}

/// <summary>How inputs replace each other.</summary>
internal enum InputForm
{
    /// <summary>Cobb-Douglas: shares of cost stay as they are.</summary>
    CobbDouglas,

    /// <summary>Nested CES: a bundle of energy that is hard to replace, value added, materials and services (docs/method.md, section 1b).</summary>
    Nested,
}
