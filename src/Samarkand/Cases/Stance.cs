namespace Samarkand.Cases;

/// <summary>What a third state does.</summary>
public enum Stance
{
    /// <summary>Adopts the coalition's package.</summary>
    Join,

    /// <summary>Opens no route, and its firms leave at full perceived risk.</summary>
    Comply,

    /// <summary>Trades as the market rules, without routes for banned goods.</summary>
    Neutral,

    /// <summary>Opens routes for banned goods.</summary>
    Conduit,

    /// <summary>Opens routes, and lends the means that the case lists.</summary>
    Rescue,
}

/// <summary>The stances as a case writes them.</summary>
internal static class Stances
{
    public static readonly string[] Names = ["join", "comply", "neutral", "conduit", "rescue"];

    public static string Name(this Stance stance) => Names[(int)stance];
}
