using System.Text;
using System.Xml.Linq;
using Samarkand.Effects;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Pages.Sankey;

/// <summary>The ways of banned goods as a drawing.</summary>
internal static class RouteDrawing
{
    /// <summary>The name of the drawing in a folder of results.</summary>
    public const string FileName = "routes.svg";

    /// <summary>Writes the drawing into a folder of results, before the manifest that lists it; nothing where no goods come through anyone.</summary>
    public static void WriteTo(string folder, CaseAnswer answer)
    {
        if (Of(answer) is not { } drawing)
            return;
        using var file = new StreamWriter(Path.Combine(folder, FileName), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Markup.Write(drawing, file);
    }

    /// <summary>The drawing; null where no goods come through anyone.</summary>
    internal static XElement? Of(CaseAnswer answer)
    {
        if (RouteText.Arrival(answer) is not { } words)
            return null;
        var target = answer.Case.World.Name(answer.Case.Target);
        return SankeyDrawing.Of(
            RouteGraph.Of(answer),
            $"Banned goods that still reach {target}: who makes them, through whom they go, what they are; USD a year",
            $"A Sankey diagram in three columns, origins, third states and sectors. {words}",
            ["Made in", "Through", $"What reaches {target}"]);
    }
}
