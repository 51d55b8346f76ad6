using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>Makes a world from a year of the Asian Development Bank's multiregional input-output tables.</summary>
public static class AdbImport
{
    /// <summary>Reads and checks the table.</summary>
    /// <param name="path">
    /// The sheet saved as CSV, plain or <c>.gz</c>: below its title a row of economies (<c>AUS</c>) and a row of codes (<c>c1</c> to
    /// <c>c35</c>, <c>F1</c> to <c>F5</c>), the same two in columns before the numbers, then the rows <c>r99</c> (taxes), <c>r61</c> to
    /// <c>r65</c> and <c>r69</c> (output); million USD.
    /// </param>
    /// <param name="settings">Names, elasticities, and whether to repair.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The table has mistakes: they are reported with line, column and what to do.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Import;
    /// using Samarkand.Worlds.Files;
    ///
    /// // dotnet run -- ADB-MRIO-2022.csv
    /// foreach (var file in args)
    ///     WorldFolder.Write(AdbImport.Read(file, new ImportSettings("adb-2022", 2022)).World, "adb-2022");
    /// Console.WriteLine($"{args.Length} tables imported");
    /// </code>
    /// </example>
    public static ImportedWorld Read(string path, ImportSettings settings, CancellationToken cancellation = default) => WideImport.Read(
        path,
        settings,
        ["Economies have their ISO codes: PRC is CHN, GER is DEU, and so on."],
        cancellation);
}
