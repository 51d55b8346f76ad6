using System.Buffers;
using System.Text;
using System.Text.Json;
using Samarkand.Effects;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>
/// What the charts draw, as JSON in full precision that may stand inside a script element: the writer escapes <c>&lt;</c>,
/// <c>&gt;</c>, <c>&amp;</c> and quotes.
/// </summary>
internal static class ChartData
{
    public static string Of(HtmlReport report, Cast people, IReadOnlyList<Figure> figures)
    {
        var answer = report.Answer;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("target", answer.Case.World.Code(answer.Case.Target));
            json.WriteString("before", report.Against is null ? "before" : "in the case compared with");
            json.WriteStartArray("regions");
            foreach (var effects in answer.Effects.Regions)
                WriteRegion(json, effects, answer, people);
            json.WriteEndArray();
            WriteRows(json, "partners", TargetTables.Trade(answer), "partner", people.Name);
            WriteRows(json, "sectors", TargetTables.Output(answer), "sector", people.SectorName);
            WorldMap.Of(answer)?.Write(json);
            json.WriteStartArray("figures");
            foreach (var figure in figures)
                figure.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRegion(Utf8JsonWriter json, RegionEffects effects, CaseAnswer answer, Cast people)
    {
        json.WriteStartObject();
        json.WriteString("code", answer.Case.World.Code(effects.Region));
        json.WriteString("name", people.Name(effects.Region));
        json.WriteString("side", people.Side(effects.Region));
        WriteNumber(json, "real_income_pct", effects.RealIncomePct);
        WriteNumber(json, "ev_musd", effects.EquivalentVariation);
        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, string name, Table table, string label, Func<string, string> nameOf)
    {
        json.WriteStartArray(name);
        for (var row = 0; row < table.RowCount; row++)
        {
            json.WriteStartObject();
            foreach (var column in table.Columns)
            {
                if (column is NumberColumn number)
                    WriteNumber(json, column.Name, number.Values[row]);
                else
                    json.WriteString(column.Name == label ? "code" : column.Name, TableWriter.Text(column, row));
                if (column.Name == label)
                    json.WriteString("name", nameOf(TableWriter.Text(column, row)));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
