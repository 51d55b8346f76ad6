using Samarkand.Effects;

namespace Samarkand.Reports.Documents;

/// <summary>The customs records of the two states that an answer compares.</summary>
internal static class Records
{
    public static RecordedTrade Before(CaseAnswer answer) =>
        RecordedTrade.Of(answer.Case.World, answer.Case.Target, answer.Effects.Before.Flows, answer.Other is { } other ? other.Case.Routes : answer.Case.Routes);

    public static RecordedTrade After(CaseAnswer answer) =>
        RecordedTrade.Of(answer.Case.World, answer.Case.Target, answer.Effects.After.Flows, answer.Case.Routes);

    /// <summary>Of the goods that the case bans alone, where nothing is banned yet or what the other case bans.</summary>
    public static RecordedTrade BannedBefore(CaseAnswer answer) =>
        Before(answer).OfBannedGoods(answer.BannedTrade, answer.Case.Target, isBanInForce: answer.Other is not null);

    /// <summary>Of the goods that the case bans alone.</summary>
    public static RecordedTrade BannedAfter(CaseAnswer answer) =>
        After(answer).OfBannedGoods(answer.BannedTrade, answer.Case.Target, isBanInForce: true);
}
