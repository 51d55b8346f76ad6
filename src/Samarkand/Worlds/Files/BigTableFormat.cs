namespace Samarkand.Worlds.Files;

/// <summary>The format of a world's big tables: trade, inputs and final.</summary>
public enum BigTableFormat
{
    /// <summary>CSV compressed by gzip, <c>.csv.gz</c>.</summary>
    CsvGz,

    /// <summary>Plain CSV, <c>.csv</c>.</summary>
    Csv,

    /// <summary>Apache Parquet, <c>.parquet</c>, with the same columns.</summary>
    Parquet,
}
