namespace Samarkand.Model;

/// <summary>One of many questions to a solver.</summary>
/// <param name="Shock">What changes.</param>
/// <param name="Baseline">The solver's baseline at other elasticities (see its <c>WithElasticities</c>); null for its own.</param>
public readonly record struct Counterfactual(Shock Shock, Baseline? Baseline = null);
