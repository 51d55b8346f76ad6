using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>Makes a world from a year of the OECD's Inter-Country Input-Output tables.</summary>
public static class IcioImport
{
    /// <summary>Reads and checks the table, in the form of any edition from 2016 on.</summary>
    /// <param name="path">
    /// A CSV file, plain or <c>.gz</c>: rows <c>AUS_A01_02</c>, then <c>TLS</c>, <c>VA</c>, <c>OUT</c>; columns <c>AUS_A01_02</c>, then
    /// <c>AUS_HFCE</c> and the other final categories, then <c>OUT</c>; million USD. Earlier editions name the last rows <c>TAXSUB</c> (one
    /// for each country), <c>VALU</c> and <c>OUTPUT</c>, the last column <c>TOTAL</c>, and sectors <c>01T02</c> or <c>C01T05AGR</c>.
    /// </param>
    /// <param name="settings">Names, elasticities, and whether to repair.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The table has mistakes: they are reported with line, column and what to do.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Import;
    /// using Samarkand.Worlds.Files;
    ///
    /// // dotnet run -- 2021_SML.csv
    /// foreach (var file in args)
    ///     WorldFolder.Write(IcioImport.Read(file, new ImportSettings("icio-2021", 2021)).World, "icio-2021");
    /// Console.WriteLine($"{args.Length} tables imported");
    /// </code>
    /// </example>
    public static ImportedWorld Read(string path, ImportSettings settings, CancellationToken cancellation = default) => WideImport.Read(
        path,
        settings,
        ["CN1 and CN2 of the extended tables are CHN, MX1 and MX2 are MEX."],
        cancellation);
}
