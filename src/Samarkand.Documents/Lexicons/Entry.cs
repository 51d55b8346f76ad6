namespace Samarkand.Documents.Lexicons;

/// <summary>Function words, by what they do in a sentence.</summary>
[Flags]
internal enum Word : long
{
    None = 0,
    Neg = 1L << 0,
    NoLonger = 1L << 1,
    Cannot = 1L << 2,
    Without = 1L << 3,
    Will = 1L << 4,
    Would = 1L << 5,
    May = 1L << 6,
    Should = 1L << 7,
    Be = 1L << 8,
    Have = 1L << 9,
    Do = 1L << 10,
    To = 1L << 11,
    Prep = 1L << 12,
    By = 1L << 13,
    And = 1L << 14,
    But = 1L << 15,
    Sub = 1L << 16,
    If = 1L << 17,
    That = 1L << 18,
    Rel = 1L << 19,
    Pron = 1L << 20,
    Country = 1L << 21,
    Det = 1L << 22,
    Poss = 1L << 23,
    Adv = 1L << 24,
    Organ = 1L << 25,
    Firms = 1L << 26,
    Title = 1L << 27,
    Quote = 1L << 28,
    Today = 1L << 29,
    Both = 1L << 30,
    Unless = 1L << 31,

    /// <summary>Those that were listed before: these countries.</summary>
    Listed = 1L << 32,

    /// <summary>A news agency or newspaper, which asks.</summary>
    Media = 1L << 33,

    /// <summary>Before a reason: in response to.</summary>
    Reason = 1L << 34,

    /// <summary>Whom a document calls so that it is against: the regime, the junta.</summary>
    Regime = 1L << 35,

    /// <summary>A word such as `the bloc` or `member states`, for a group that the document names.</summary>
    Bloc = 1L << 36,
}

/// <summary>What a verb, or a word that acts like one, does.</summary>
[Flags]
internal enum Deed : long
{
    None = 0,
    Report = 1L << 0,
    Plan = 1L << 1,
    Possible = 1L << 2,
    Refuse = 1L << 3,
    Deny = 1L << 4,
    Fail = 1L << 5,
    Restrict = 1L << 6,
    Strong = 1L << 7,
    Soft = 1L << 8,
    Lift = 1L << 9,
    Light = 1L << 10,
    Suffer = 1L << 11,
    Out = 1L << 12,
    Replace = 1L << 13,
    Trade = 1L << 14,
    In = 1L << 15,
    Buying = 1L << 16,
    Lend = 1L << 17,
    Borrow = 1L << 18,
    Seize = 1L << 19,
    Freeze = 1L << 20,
    Leave = 1L << 21,
    Pausing = 1L << 22,
    Fear = 1L << 23,
    Punish = 1L << 24,
    Warn = 1L << 25,
    Threaten = 1L << 26,
    Promise = 1L << 27,
    Join = 1L << 28,
    Comply = 1L << 29,
    Abstain = 1L << 30,
    Help = 1L << 31,
    Rescue = 1L << 32,
    Reexport = 1L << 33,
    Conduit = 1L << 34,
    Circumvent = 1L << 35,
    Vote = 1L << 36,
    Guarantee = 1L << 37,
    Pay = 1L << 38,
    Sanction = 1L << 39,
    OpenVerb = 1L << 40,
    Maintain = 1L << 41,
    Oblige = 1L << 42,
    Depend = 1L << 43,
    Enter = 1L << 44,
    Accuse = 1L << 45,
    Close = 1L << 46,
    Remove = 1L << 47,
    Cap = 1L << 48,
    Other = 1L << 49,
    Unlikely = 1L << 50,
    Predicate = 1L << 51,
    Hopes = 1L << 52,
    Evaporate = 1L << 53,
}

/// <summary>What a noun names.</summary>
[Flags]
internal enum Thing : long
{
    None = 0,
    Ban = 1L << 0,
    ExportBan = 1L << 1,
    ImportBan = 1L << 2,
    ArmsBan = 1L << 3,
    OilBan = 1L << 4,
    CoalBan = 1L << 5,
    GasBan = 1L << 6,
    EnergyBan = 1L << 7,
    ChipBan = 1L << 8,
    Tariff = 1L << 9,
    Mfn = 1L << 10,
    PriceCap = 1L << 11,
    Price = 1L << 12,
    Sanctions = 1L << 13,
    Loose = 1L << 14,
    Freeze = 1L << 15,
    Seizure = 1L << 16,
    Assets = 1L << 17,
    Holdable = 1L << 18,
    Swift = 1L << 19,
    Cards = 1L << 20,
    Transactions = 1L << 21,
    TradeOut = 1L << 22,
    TradeIn = 1L << 23,
    TradeAny = 1L << 24,
    Transit = 1L << 25,
    Flights = 1L << 26,
    VehiclesX = 1L << 27,
    Airspace = 1L << 28,
    Investment = 1L << 29,
    InvestBan = 1L << 30,
    Loan = 1L << 31,
    Debt = 1L << 32,
    Aid = 1L << 33,
    Guaranteeing = 1L << 34,
    Operations = 1L << 35,
    Market = 1L << 36,
    Bases = 1L << 37,
    Expense = 1L << 38,
    Junior = 1L << 39,
    Friendship = 1L << 40,
    Consequence = 1L << 41,
    Resolution = 1L << 42,
    Licence = 1L << 43,

    /// <summary>A war, an attack or a quarrel: whom it is against is no target of a measure.</summary>
    War = 1L << 44,
}

/// <summary>The forms of a verb.</summary>
[Flags]
internal enum Form
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <summary>Who a name stands for.</summary>
/// <param name="Code">The code of a state or group, or a company's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Home">The state that a company is of; else the code itself.</param>
internal sealed record Entity(string Code, EntityKind Kind, string Home)
{
    /// <summary>True for an adjective, such as Russian.</summary>
    public bool IsAdjective { get; init; }

    /// <summary>True for a capital, which is also a place.</summary>
    public bool IsSeat { get; init; }

    /// <summary>True for a leader or an institution.</summary>
    public bool IsLeader { get; init; }

    /// <summary>True for a name that several states use, such as `the Treasury`: it counts only where the document names the state too.</summary>
    public bool IsLoose { get; init; }
}

internal enum EntityKind
{
    /// <summary>A name that holds a state's without meaning it.</summary>
    Nobody,
    State,
    Group,
    Company,
}

/// <summary>What the lexicon knows of a word or phrase.</summary>
internal sealed class Entry(string text)
{
    public string Text { get; } = text;

    public Word Words { get; set; }

    public Deed Deeds { get; set; }

    public Form Forms { get; set; }

    public Thing Things { get; set; }

    /// <summary>The tag of goods, or null.</summary>
    public string? Goods { get; set; }

    public Entity? Entity { get; set; }

    /// <summary>Further states or groups that use a loose name: the Council is of the European Union or of the United Nations.</summary>
    public List<Entity> Others { get; } = [];

    /// <summary>The rest of a phrase after its first word.</summary>
    public string[] Rest { get; set; } = [];

    /// <summary>True where the letters must stand as they are: abbreviations.</summary>
    public bool IsExact { get; set; }

    /// <summary>True where the first letter must be a capital.</summary>
    public bool IsName { get; set; }

    public static Entry Unknown { get; } = new("");

    /// <summary>An office that the document does not say whose it is.</summary>
    public static Entry Institution(string text) => new(text) { Words = Word.Country | Word.Organ };
}
