namespace Samarkand.Import;

/// <summary>What an import needs to know besides the table itself.</summary>
/// <param name="Name">The short name of the world that results.</param>
/// <param name="Year">The year of the flows; null to take it from a column of years, or else from the names of the files.</param>
public sealed record ImportSettings(string Name, int? Year = null)
{
    /// <summary>One line for people; the name where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>A table code,name[,remainder] of the regions, in the order that the world shall have; null to take them from the table.</summary>
    public string? RegionsFile { get; init; }

    /// <summary>A table code,name[,tags] of the sectors, in the order that the world shall have; null to take them from the table.</summary>
    public string? SectorsFile { get; init; }

    /// <summary>A table sector,theta; null where <see cref="Theta"/> serves for all.</summary>
    public string? ElasticitiesFile { get; init; }

    /// <summary>One trade elasticity for every sector, above 0; null where <see cref="ElasticitiesFile"/> gives them.</summary>
    public double? Theta { get; init; }

    /// <summary>A table importer,exporter,sector,rate of ad valorem tariffs, owned by the importer; null for none.</summary>
    public string? TariffsFile { get; init; }

    /// <summary>Whether to repair a table that does not balance instead of refusing it.</summary>
    public bool Balance { get; init; }
}
