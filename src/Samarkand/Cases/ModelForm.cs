namespace Samarkand.Cases;

/// <summary>Which forms of the model a case asks for. With world, horizon, elasticities and closed deficits it determines the baseline.</summary>
/// <param name="Inputs">How inputs replace each other.</param>
/// <param name="Adjustment">How trade adapts with time.</param>
/// <param name="Origins">How buyers choose among origins.</param>
internal readonly record struct ModelForm(InputForm Inputs, Adjustment Adjustment, OriginForm Origins);
