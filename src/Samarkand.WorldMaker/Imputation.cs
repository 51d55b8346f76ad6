using System.Collections.Immutable;

namespace Samarkand.WorldMaker;

/// <summary>The choices of the recipe, so that others can be tried.</summary>
internal sealed class Imputation
{
    private Imputation(string name) => Name = name;

    /// <summary>The choices of the world as it is shipped.</summary>
    public static Imputation Main { get; } = new("as shipped");

    /// <summary>The choices of the shipped world, then others.</summary>
    public static ImmutableArray<Imputation> All { get; } =
    [
        Main,
        new("technology of the rest of the world wherever it is imputed") { Donor = "ROW" },
        new("technology of Mexico wherever it is imputed") { Donor = "MEX" },
        new("technology of 2014 for Russia too") { Year = 2014 },
        new("technology of 2011 wherever there is one") { Year = 2011 },
        new("oil and gas of no pair by its own trade: the world's mean throughout") { HasMeanGas = true },
        new("Russian fuels by the OECD's tables instead of the buyers' customs") { HasFuels = false },
        new("Russia's trade not balanced with its customs' chapters") { HasChapters = false },
        new("all cells balanced alike, whatever their provenance") { IsWeighted = false },
        new("services left as the OECD's tables have them") { MovesServices = false },
        new("no tariffs") { HasTariffs = false },
        new("tariffs as published, without the corrections") { CorrectsTariffs = false },
        new("exports by sector half Kazakhstan's, half Turkey's wherever they are imputed") { Exports = [("KAZ", 0.5), ("TUR", 0.5)] },
    ];

    /// <summary>What is chosen, in words.</summary>
    public string Name { get; }

    internal string? Donor { get; private init; }

    internal int? Year { get; private init; }

    internal bool HasMeanGas { get; private init; }

    internal bool HasFuels { get; private init; } = true;

    internal bool HasChapters { get; private init; } = true;

    internal bool IsWeighted { get; private init; } = true;

    internal bool MovesServices { get; private init; } = true;

    internal bool HasTariffs { get; private init; } = true;

    internal bool CorrectsTariffs { get; private init; } = true;

    internal ImmutableArray<(string Region, double Weight)> Exports { get; private init; } = [];

    internal Labels2021 Apply(Labels2021 labels) => Exports.IsEmpty
        ? labels
        : labels with { Donors = [.. labels.Donors.Select(donors => donors.Exports.IsEmpty ? donors : donors with { Exports = Exports })] };
}
