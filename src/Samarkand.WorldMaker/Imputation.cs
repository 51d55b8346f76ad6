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
        new("who uses coal, oil, gas and ores: all users as the market is, without the declared rule") { HasMiningUse = false },
        new("refineries take half of their output in crude oil instead of 70 percent") { CrudeOfRefining = 0.5 },
        new("refineries take nine tenths") { CrudeOfRefining = 0.9 },
        new("utilities take a twentieth of their output in gas instead of a tenth") { GasOfUtilities = 0.05 },
        new("utilities take a fifth") { GasOfUtilities = 0.2 },
        new("utilities are a tenth of services at home instead of a twentieth") { UtilitiesOfServices = 0.1 },
        new("Russian gas that members' customs keep secret left out") { HasHiddenGas = false },
        new("what Russian customs count beyond the buyers' customs: all goods, not oil and gold") { HasConsigned = false },
        new("no customs' totals: the OECD's levels throughout") { HasTotals = false },
        new("Hong Kong's sales to Russia with what it sells on") { HasHongKongsReExports = true },
        new("services gave up to nine tenths to goods where no partner reported them, instead of 70 percent") { LeastServices = 0.1 },
        new("services gave up to half") { LeastServices = 0.5 },
        new("the rest of the world divided by GDP instead of ITPD-E's trade") { HasItpde = false },
        new("imports by sector of states inside it as all of it buys, without donors") { HasImportDonors = false },
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

    internal bool HasMiningUse { get; private init; } = true;

    /// <summary>Crude oil that a USD of refined fuels takes.</summary>
    internal double CrudeOfRefining { get; private init; } = 0.7;

    /// <summary>Natural gas that a USD of utilities takes.</summary>
    internal double GasOfUtilities { get; private init; } = 0.1;

    /// <summary>What utilities are of all services at home.</summary>
    internal double UtilitiesOfServices { get; private init; } = 0.05;

    internal bool HasHiddenGas { get; private init; } = true;

    internal bool HasConsigned { get; private init; } = true;

    internal bool HasTotals { get; private init; } = true;

    internal bool HasHongKongsReExports { get; private init; }

    /// <summary>The least that is left of a pair's services.</summary>
    internal double LeastServices { get; private init; } = 0.3;

    internal bool HasItpde { get; private init; } = true;

    internal bool HasImportDonors { get; private init; } = true;

    internal ImmutableArray<(string Region, double Weight)> Exports { get; private init; } = [];

    internal Labels2021 Apply(Labels2021 labels) => Exports.IsEmpty
        ? labels
        : labels with { Donors = [.. labels.Donors.Select(donors => donors.Exports.IsEmpty ? donors : donors with { Exports = Exports })] };
}
