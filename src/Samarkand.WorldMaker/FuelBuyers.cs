namespace Samarkand.WorldMaker;

/// <summary>The buyers of Russian fuels by the names that the table of fuels gives them.</summary>
internal static class FuelBuyers
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["Argentina"] = "ARG", ["Armenia"] = "ARM", ["Australia"] = "AUS", ["Austria"] = "AUT", ["Azerbaijan"] = "AZE", ["Belarus"] = "BLR",
        ["Belgium"] = "BEL", ["Brazil"] = "BRA", ["Bulgaria"] = "BGR", ["Canada"] = "CAN", ["Chile"] = "CHL", ["China"] = "CHN",
        ["China, Hong Kong SAR"] = "HKG", ["Colombia"] = "COL", ["Croatia"] = "HRV", ["Cyprus"] = "CYP", ["Czech Rep."] = "CZE",
        ["Denmark"] = "DNK", ["Egypt"] = "EGY", ["Estonia"] = "EST", ["Finland"] = "FIN", ["France"] = "FRA", ["Georgia"] = "GEO",
        ["Germany"] = "DEU", ["Greece"] = "GRC", ["Hungary"] = "HUN", ["Iceland"] = "ISL", ["India"] = "IND", ["Indonesia"] = "IDN",
        ["Ireland"] = "IRL", ["Israel"] = "ISR", ["Italy"] = "ITA", ["Japan"] = "JPN", ["Kyrgyzstan"] = "KGZ", ["Latvia"] = "LVA",
        ["Lithuania"] = "LTU", ["Luxembourg"] = "LUX", ["Malaysia"] = "MYS", ["Malta"] = "MLT", ["Mexico"] = "MEX", ["Mongolia"] = "MNG",
        ["Morocco"] = "MAR", ["Myanmar"] = "MMR", ["Netherlands"] = "NLD", ["New Zealand"] = "NZL", ["Nigeria"] = "NGA", ["Norway"] = "NOR",
        ["Pakistan"] = "PAK", ["Philippines"] = "PHL", ["Poland"] = "POL", ["Portugal"] = "PRT", ["Romania"] = "ROU", ["Serbia"] = "SRB",
        ["Singapore"] = "SGP", ["Slovakia"] = "SVK", ["Slovenia"] = "SVN", ["South Africa"] = "ZAF", ["Spain"] = "ESP", ["Sweden"] = "SWE",
        ["Switzerland"] = "CHE", ["Tunisia"] = "TUN", ["Turkey"] = "TUR", ["Ukraine"] = "UKR", ["United Kingdom"] = "GBR",
        ["United States of America"] = "USA", ["Uzbekistan"] = "UZB", ["Viet Nam"] = "VNM",
    };

    /// <summary>The buyer's code; <c>ROW</c> for one that is no region of its own, null for the European Union as a whole.</summary>
    public static string? Code(string name) => name == "EU" ? null : Codes.GetValueOrDefault(name, "ROW");
}
