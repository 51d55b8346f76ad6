using System.ClientModel;
using Microsoft.Extensions.AI;
using OpenAI;
using Samarkand.Core;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Reading;

namespace Samarkand.Documents.ModelReading;

/// <summary>
/// Asks a language model for claims beside those of the grammar. What it answers is checked against the document, never trusted: see
/// <see cref="ModelCheck"/>.
/// </summary>
internal static class ModelReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <exception cref="InputException">The model cannot be asked, or the kept run is of other documents.</exception>
    public static DocumentReading Read(DocumentReading reading, ModelChoice choice, CancellationToken cancellation)
    {
        var run = choice.Run is { } path && File.Exists(path) ? ModelRun.Read(path) : null;
        var answers = new List<ModelExchange>();
        var (claims, refused) = (new List<Claim>(), new List<RefusedClaim>());
        using var client = run is null ? Client(choice) : null;
        foreach (var document in reading.Documents)
        {
            foreach (var prompt in ModelPrompt.Parts(document.Text))
            {
                var exchange = run is null ? Ask(client!, choice, prompt, cancellation) : Kept(run, choice.Run!, prompt);
                answers.Add(exchange);
                ModelCheck.Take(exchange.Answer, document, claims, refused);
            }
        }

        if (run is null && choice.Run is { } file)
            new ModelRun(choice.Name, answers).Write(file);
        var added = claims.Where(claim => !reading.Claims.Any(known => IsSame(known, claim))).ToArray();
        return reading with
        {
            Claims = JoinedClaims.Of([.. reading.Claims, .. added]),
            Model = new ModelOutcome(run?.Model ?? choice.Name, added.Length, [.. refused]),
        };
    }

    private static bool IsSame(Claim one, Claim other) =>
        one.Actor == other.Actor && one.Act == other.Act && one.Counterpart == other.Counterpart && one.Polarity == other.Polarity && one.Start < other.End && other.Start < one.End;

    private static IChatClient Client(ModelChoice choice) =>
        new OpenAIClient(new ApiKeyCredential(string.IsNullOrEmpty(choice.Key) ? "none" : choice.Key), new OpenAIClientOptions { Endpoint = choice.Address, NetworkTimeout = Patience }).GetChatClient(choice.Name).AsIChatClient();

    private static ModelExchange Ask(IChatClient client, ModelChoice choice, string prompt, CancellationToken cancellation)
    {
        try
        {
            var answer = client.GetResponseAsync(
                [new ChatMessage(ChatRole.System, ModelPrompt.System), new ChatMessage(ChatRole.User, prompt)],
                new ChatOptions { Temperature = 0 },
                cancellation).GetAwaiter().GetResult();
            return new ModelExchange(ModelPrompt.System, prompt, answer.Text);
        }
        catch (Exception failure) when (failure is ClientResultException or HttpRequestException or AggregateException or InvalidOperationException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new InputException(new InputProblem("--model", 0, 0, $"{choice.Address} does not answer as a model: {failure.Message.ReplaceLineEndings(" ")}", "see that the server runs, and that it has the model; without --model the grammar reads alone"));
        }
    }

    private static ModelExchange Kept(ModelRun run, string path, string prompt) =>
        run.Exchanges.FirstOrDefault(exchange => exchange.Prompt == prompt)
        ?? throw new InputException(new InputProblem(path, 0, 0, "this run is of another document", "name another file to ask anew"));
}
