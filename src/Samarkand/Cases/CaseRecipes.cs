using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>Commented cases for the questions that are asked most, each of which reads, binds and runs on <c>samarkand-2021</c>.</summary>
internal static class CaseRecipes
{
    /// <summary>Their names, in the order in which they are listed.</summary>
    public static ImmutableArray<string> Names { get; } = ["export-ban", "price-cap", "blockade", "secondary-sanctions", "tariff-war", "energy-embargo", "join"];

    /// <summary>The text of the case.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static string Text(string name) => EmbeddedText.Read($"recipes/{name}.yaml");
}
