namespace Samarkand.Reports.Tables;

/// <summary>Which part of trade a table of customs records counts.</summary>
internal enum RecordedGoods
{
    /// <summary>All goods, without services.</summary>
    Goods,

    /// <summary>Goods and services.</summary>
    All,

    /// <summary>The goods that the case bans on their way to the target.</summary>
    Banned,

    /// <summary>Fuels: the sectors with the tag <c>fuel</c>, or <c>energy</c> where a world has none.</summary>
    Fuels,
}
