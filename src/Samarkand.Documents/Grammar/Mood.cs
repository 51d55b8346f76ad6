using Samarkand.Documents.Claims;

namespace Samarkand.Documents.Grammar;

/// <summary>Whether something is said to be so, and how far it has come.</summary>
internal readonly record struct Mood(Polarity Polarity, Modality Modality)
{
    public static Mood Plain { get; } = new(Polarity.Affirmed, Modality.Done);

    public bool IsDenied => Polarity == Polarity.Denied;

    /// <summary>The contrary: of a ban that is lifted, of a sale that is banned.</summary>
    public Mood Inverted() => this with { Polarity = IsDenied ? Polarity.Affirmed : Polarity.Denied, Modality = Modality == Modality.Refused ? Modality.Planned : Modality };

    public Mood Within(Mood outer)
    {
        var polarity = IsDenied == outer.IsDenied ? Polarity.Affirmed : Polarity.Denied;
        var modality = Modality == Modality.Done ? outer.Modality : outer.Modality is Modality.Done or Modality.Planned ? Modality : outer.Modality;
        return new(polarity, modality);
    }
}
