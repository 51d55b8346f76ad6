using System.Collections.Immutable;
using Samarkand.WorldMaker;

namespace Samarkand.WorldMaker;

/// <summary>The choices made where data are missing, so that others can be tried.</summary>
internal sealed class Imputation
{
    private readonly Func<Donors, Donors> _donors;

    private Imputation(string name, Func<Donors, Donors> donors, bool restoresBalances = true) =>
        (Name, _donors, RestoresBalances) = (name, donors, restoresBalances);

    /// <summary>The choices of the world as it is shipped: the donors of <c>regions.csv</c>.</summary>
    public static Imputation Main { get; } = new("as shipped", donors => donors);

    /// <summary>The choices of the shipped world, then others.</summary>
    public static ImmutableArray<Imputation> All { get; } =
    [
        Main,
        new("technology of the rest of the world wherever it is imputed", donors => HasOwn(donors) ? donors : donors with { Technology = "ROW" }),
        new("technology of Mexico wherever it is imputed", donors => HasOwn(donors) ? donors : donors with { Technology = "MEX" }),
        new("exports by sector half Kazakhstan's, half Turkey's wherever they are imputed", donors => donors.Exports.IsEmpty ? donors : donors with { Exports = [("KAZ", 0.5), ("TUR", 0.5)] }),
        new("imports by sector Turkey's wherever they are Kazakhstan's", donors => donors.Imports == "KAZ" ? donors with { Imports = "TUR" } : donors),
        new("trade balances left where growth with GDP takes them", donors => donors, restoresBalances: false),
    ];

    /// <summary>What is chosen, in words.</summary>
    public string Name { get; }

    internal bool RestoresBalances { get; }

    internal Labels2021 Apply(Labels2021 labels) => labels with { Donors = [.. labels.Donors.Select(_donors)] };

    private static bool HasOwn(Donors donors) => donors.Technology.Length == 0;
}
