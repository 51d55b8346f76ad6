using System.Text.Json;

namespace Samarkand.Cli.Tests;

/// <summary>An answer that was printed as JSON.</summary>
internal sealed class JsonAnswer(string text) : IDisposable
{
    private readonly JsonDocument _document = JsonDocument.Parse(text);

    public JsonElement Root => _document.RootElement;

    public JsonElement Certificate => Root.GetProperty("certificate");

    public double LargestResidual => Certificate.GetProperty("largest_residual").GetDouble();

    public string[] Tables => [.. Root.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("name").GetString()!)];

    public static JsonAnswer Of(params string[] arguments) => new(Command.Run([.. arguments, "--format", "json"]).Answered().Output);

    public JsonElement Table(string name) => Root.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("name").GetString() == name);

    public JsonElement[] Rows(string table) => [.. Table(table).GetProperty("rows").EnumerateArray()];

    public double Figure(string name) => Value(Root.GetProperty("figures"), name);

    public double Check(string name) => Value(Certificate.GetProperty("checks"), name);

    public void Dispose() => _document.Dispose();

    private static double Value(JsonElement list, string name) => list.EnumerateArray().Single(one => one.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
}
