using System.Text.Encodings.Web;
using System.Text.Json;
using Samarkand.Core;

namespace Samarkand.Documents.ModelReading;

/// <summary>What a model was asked and what it answered, so that the reading can be repeated without it.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Exchanges">Every question with its answer, in their order.</param>
internal sealed record ModelRun(string Model, IReadOnlyList<ModelExchange> Exchanges)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="InputException">The file is no such run.</exception>
    public static ModelRun Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelRun>(File.ReadAllText(path), Options) is { Model: not null, Exchanges: not null } run ? run : throw new JsonException("a part is missing");
        }
        catch (JsonException failure)
        {
            throw new InputException(new InputProblem(path, 0, 0, $"this is no run of a model: {failure.Message}", "name a file that --model-run wrote, or a new one"));
        }
    }

    public void Write(string path) => new OutputFile(path).Write(JsonSerializer.Serialize(this, Options) + "\n");
}

/// <summary>A question and its answer.</summary>
/// <param name="System">What the model was told to do.</param>
/// <param name="Prompt">The document's text, as data.</param>
/// <param name="Answer">What it answered.</param>
internal sealed record ModelExchange(string System, string Prompt, string Answer);
