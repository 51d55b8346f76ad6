using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Tests;

/// <summary>The document that every command answers with.</summary>
public class AnswerDocumentTests
{
    private static readonly AnswerDocument Report = CaseDocuments.Report(new CaseTables(Answers.Tariff, []), null, isFull: true);

    [Fact]
    public void As_json_it_says_what_was_asked_and_what_came_out()
    {
        using var json = JsonDocument.Parse(Json(Report));
        var root = json.RootElement;

        Assert.Equal("run", root.GetProperty("command").GetString());
        Assert.Equal(("A tariff", "Who pays?"), (root.GetProperty("title").GetString(), root.GetProperty("question").GetString()));
        Assert.Equal("CHN", root.GetProperty("case").GetProperty("target").GetString());
        Assert.Equal(["USA"], root.GetProperty("case").GetProperty("coalition").EnumerateArray().Select(member => member.GetString()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("compared_with").ValueKind);
        Assert.Equal(Briefing.Of(Answers.Tariff), root.GetProperty("words")[0].GetProperty("lines").EnumerateArray().Select(line => line.GetString()!));
        Assert.Equal(Answers.Tariff.Equilibrium.Certificate.Largest, root.GetProperty("certificate").GetProperty("largest_residual").GetDouble());
        var column = root.GetProperty("tables")[0].GetProperty("columns")[1];
        Assert.Equal(("real_income_pct", "number", "percent"), (column.GetProperty("name").GetString(), column.GetProperty("type").GetString(), column.GetProperty("unit").GetString()));
    }

    [Fact]
    public void Against_another_case_it_says_that_it_compares_and_with_what()
    {
        var tables = new CaseTables(Answers.Tariff.Against(Answers.Tariff), []);
        foreach (var document in (AnswerDocument[])[CaseDocuments.Report(tables, null, isFull: true), CaseDocuments.Effects(tables, null), CaseDocuments.Effects(tables, "groups"), CaseDocuments.Routes(tables, null)])
        {
            Assert.Equal("Compared with: A tariff (test.yaml). Every change is from that case to this one, not from the world without the case.", document.Comparison);
            using var json = JsonDocument.Parse(Json(document));
            Assert.Equal("test.yaml", json.RootElement.GetProperty("compared_with").GetProperty("file").GetString());
        }

        Assert.Null(Report.Comparison);
    }

    [Fact]
    public void Nothing_that_rounds_to_zero_has_a_sign()
    {
        var words = Report with { Words = [new Passage("answer", [.. Briefing.Of(Answers.Tariff.Against(Answers.Tariff))])] };
        Assert.DoesNotContain("-+", Json(words), StringComparison.Ordinal);
        Assert.DoesNotContain(" -0.0 ", Json(words), StringComparison.Ordinal);
        var column = new NumberColumn("x_pct", "X", [-0.0001, 0.0001, -0.0005001, double.NaN, double.NegativeInfinity], 3);
        Assert.Equal(["0.000", "0.000", "-0.001", "", ""], Enumerable.Range(0, 5).Select(row => TableWriter.Rounded(column, row)));
    }

    [Fact]
    public void The_table_of_the_report_shows_who_matters()
    {
        var shown = CaseDocuments.Report(new CaseTables(Answers.Tariff, []), null, isFull: false).Shown.Single();
        var (who, changes) = (shown.Table.Texts("who"), shown.Table.Numbers("real_income_pct"));
        var all = Answers.Tariff.Effects.Regions.Select(region => region.RealIncomePct).Order().ToArray();

        Assert.Equal("China (target)", who[0]);
        Assert.True(who.Length < 15, $"{who.Length} rows");
        Assert.Contains(all[0], changes);
        Assert.Contains(all[^1], changes);
        Assert.Equal(who.Distinct(), who);
        Assert.Equal(41, Report.Shown[^1].Table.RowCount);
    }

    [Fact]
    public void It_has_a_schema_that_the_docs_hold()
    {
        var schema = DocumentJson.Default.Options.GetJsonSchemaAsNode(typeof(AnswerDocument), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Schema,
        });
        var root = schema.AsObject();
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "What samarkand answers with --format json");
        Documented.Same("answer.schema.json", root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n");
    }

    // What the converters write, and properties without a setter, which are never null.
    private static JsonNode Schema(JsonSchemaExporterContext context, JsonNode node)
    {
        if (context.TypeInfo.Type == typeof(double))
            return new JsonObject { ["type"] = new JsonArray("number", "null") };
        if (context.TypeInfo.Type == typeof(IReadOnlyList<TableRow>))
        {
            var cell = new JsonObject { ["type"] = new JsonArray("number", "string", "null") };
            return new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = cell } };
        }

        if (context.PropertyInfo is { IsGetNullable: false } && node is JsonObject described && described["type"] is JsonArray types)
            described["type"] = types[0]!.DeepClone();
        return node;
    }

    private static string Json(AnswerDocument document)
    {
        using var stream = new MemoryStream();
        DocumentWriter.Write(document, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
