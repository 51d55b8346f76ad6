namespace Samarkand.Cases;

/// <summary>How inputs replace each other.</summary>
internal enum InputForm
{
    /// <summary>Cobb-Douglas: shares of cost stay as they are.</summary>
    CobbDouglas,

    /// <summary>Nested CES: a bundle of energy that is hard to replace, value added, materials and services (docs/method.md, section 1b).</summary>
    Nested,
}
