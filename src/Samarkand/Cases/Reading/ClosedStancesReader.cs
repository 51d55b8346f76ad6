using System.Collections.Immutable;

namespace Samarkand.Cases.Reading;

/// <summary>Reads the key <c>closed</c> of a player: stances that it cannot take, each with a ground.</summary>
internal static class ClosedStancesReader
{
    private const string Form = "{ stances: [join], reason: it said that it would not }";
    private const string Others = "others";

    /// <summary>The closings; those without a ground, or of the stance that the player takes, are problems.</summary>
    public static ImmutableArray<ClosedStances> Read(Fields parent, Stance own, ReaderState reading)
    {
        var closings = ImmutableArray.CreateBuilder<ClosedStances>();
        foreach (var item in parent.Items("closed") ?? [])
        {
            if (Fields.Of(item, "a closing", reading, Form) is not { } fields)
                continue;
            var chosen = fields.Choices("stances", [.. Stances.Names, Others], "[join]") ?? [];
            var (reason, evidence) = (fields.Text("reason"), fields.Evidence());
            if (reason is null && evidence.IsEmpty)
                fields.Refuse("stances are closed without a ground", "say why: add `reason: ...` in words, or `evidence: NAME`");
            ImmutableArray<Stance> stances = chosen.Contains(Stances.Names.Length)
                ? [.. Enum.GetValues<Stance>().Where(stance => stance != own)]
                : [.. chosen.Select(stance => (Stance)stance)];
            if (stances.Contains(own))
                fields.Refuse($"the stance `{own.Name()}` that the player takes is closed", "leave it open, or give the player another `stance`");
            if (stances.FirstOrDefault(stance => closings.Any(other => other.Stances.Contains(stance)), own) is var twice && twice != own)
                fields.Refuse($"the stance `{twice.Name()}` is closed twice", "close it once");
            closings.Add(new ClosedStances(stances, reason, evidence));
            fields.Close();
        }

        return closings.ToImmutable();
    }

    /// <summary>What is left open: every other stance, a rescue only of a player that has means for it or takes that stance.</summary>
    public static ImmutableArray<Stance> Open(ImmutableArray<ClosedStances> closings, Stance own, bool hasMeans) =>
    [
        .. Enum.GetValues<Stance>().Where(stance => stance == own || (!closings.Any(closing => closing.Stances.Contains(stance)) && (hasMeans || stance != Stance.Rescue))),
    ];
}
