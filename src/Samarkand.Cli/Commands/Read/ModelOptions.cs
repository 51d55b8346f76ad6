using System.CommandLine;
using Samarkand.Core;
using Samarkand.Documents.ModelReading;

namespace Samarkand.Cli.Commands.Read;

/// <summary>The options about a language model that is asked as well.</summary>
internal sealed class ModelOptions
{
    private const string Key = "SAMARKAND_MODEL_KEY";

    private readonly Option<string?> _model = new("--model") { HelpName = "URL", Description = "Ask a language model as well, at this OpenAI-compatible address, such as http://localhost:11434/v1. Its claims are checked against the document. The variable SAMARKAND_MODEL_KEY may hold a key." };
    private readonly Option<string?> _name = new("--model-name") { HelpName = "NAME", Description = "The model to ask." };
    private readonly Option<string?> _run = new("--model-run") { HelpName = "FILE", Description = "Keep what was asked and answered in this file. Where it is there already, its answers are taken, and nothing is asked." };

    public Option[] All => [_model, _name, _run];

    /// <summary>What is asked, or null.</summary>
    /// <exception cref="InputException">One of them lacks another.</exception>
    public ModelChoice? Read(ParseResult parsed)
    {
        var (model, name, run) = (parsed.GetValue(_model), parsed.GetValue(_name), parsed.GetValue(_run));
        if (model is null && name is null && run is null)
            return null;
        if (run is not null && model is null && File.Exists(run))
            return new ModelChoice(null, name ?? "", run, null);
        if (model is null)
            throw Wrong(_name.Name, "there is no address of a model", $"give {_model.Name} URL");
        if (!Uri.TryCreate(model, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw Wrong(_model.Name, $"`{model}` is no address of the web", "write it like http://localhost:11434/v1");
        if (string.IsNullOrWhiteSpace(name))
            throw Wrong(_model.Name, "the model has no name", $"give {_name.Name} NAME, as the server lists it");
        return new ModelChoice(address, name, run, Environment.GetEnvironmentVariable(Key));
    }

    private static InputException Wrong(string option, string message, string hint) => new(new InputProblem(option, 0, 0, message, hint));
}
