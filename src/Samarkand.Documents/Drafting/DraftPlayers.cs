using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;
using Samarkand.Worlds;

namespace Samarkand.Documents.Drafting;

/// <summary>A third state of a drafted case.</summary>
internal sealed class DraftPlayer(string region)
{
    public string Region => region;

    public HashSet<string> Stances { get; } = ["neutral"];

    public string Stance { get; set; } = "neutral";

    public List<Claim> Evidence { get; } = [];

    /// <summary>Claims about its help for the target, whether it gives it or not.</summary>
    public int AboutRescue { get; set; }

    /// <summary>What it warned the target of.</summary>
    public Claim? RedLine { get; set; }

    public List<string> Means { get; } = [];
}

/// <summary>The third states of a drafted case: what claims say of their stances.</summary>
internal sealed class DraftPlayers(Roles roles, Lexicon lexicon, World world, DraftEvidence evidence)
{
    private static readonly string[] Order = ["join", "comply", "neutral", "conduit", "rescue"];

    private readonly Dictionary<string, DraftPlayer> _players = [];

    public IReadOnlyCollection<DraftPlayer> All => _players.Values;

    /// <summary>The state that is asked about: the one whose help for the target the documents speak of most.</summary>
    public DraftPlayer? Rescuer => _players.Values.Where(player => player.AboutRescue > 0).MaxBy(player => player.AboutRescue);

    public bool HasRedLines => _players.Values.Any(player => player.RedLine is not null);

    public string EvidenceOf(DraftPlayer player) => evidence.Of(player.Evidence);

    public string EvidenceOf(Claim claim) => evidence.Of([claim]);

    /// <summary>Takes a claim as one of a stance; the regions that it is about, or null.</summary>
    public string? Take(Claim claim)
    {
        var isHelp = claim.Act is Acts.Rescue or Acts.Arms or Acts.Supply or Acts.Transfer or Acts.Lends && lexicon.HomeOf(claim.Counterpart) == roles.Target;
        var isStance = claim.Act is Acts.Join or Acts.Comply or Acts.Neutral or Acts.Conduit;
        var isRedLine = claim.Act == Acts.Warns && lexicon.HomeOf(claim.Counterpart) == roles.Target;
        if (!isHelp && !isStance && !isRedLine)
            return null;
        // What is usual between states that trade says nothing of a stance.
        if (claim is { Act: Acts.Supply or Acts.Lends, Polarity: Polarity.Affirmed })
            return null;
        var taken = new List<string>();
        foreach (var code in Roles.Codes(claim.Actor, lexicon, world))
        {
            if (Lexicon.IsKnownBloc(code) || roles.Holds(code.TrimEnd('?'), lexicon) || code.TrimEnd('?') == roles.Target)
                continue;
            Add(code, claim, isHelp);
            taken.Add(code.TrimEnd('?'));
        }

        return taken.Count == 0 ? null : string.Join("+", taken);
    }

    /// <summary>Further claims about states that are players stand beside what was said of them.</summary>
    public void Attach(List<(Claim Claim, string Reason)> leftOut, Dictionary<Claim, string> places)
    {
        foreach (var (claim, _) in leftOut.Where(one => one.Claim.Act is Acts.Lends or Acts.Promises or Acts.Depends or Acts.Votes or Acts.Supply or Acts.Rescue or Acts.Threatens or Acts.Warns || (one.Claim.Act == Acts.Arms && one.Claim.Counterpart.Length == 0)).ToArray())
        {
            var player = _players.Values.FirstOrDefault(one => one.Region.TrimEnd('?') == claim.Counterpart) ?? _players.Values.FirstOrDefault(one => one.Region.TrimEnd('?') == claim.Actor);
            if (player is null)
                continue;
            player.Evidence.Add(claim);
            places[claim] = $"players.{player.Region.TrimEnd('?')}";
            leftOut.RemoveAll(one => one.Claim == claim);
        }
    }

    private void Add(string code, Claim claim, bool isHelp)
    {
        if (!_players.TryGetValue(code.TrimEnd('?'), out var player))
            _players.Add(code.TrimEnd('?'), player = new DraftPlayer(code));
        player.Evidence.Add(claim);
        var isSo = claim.Polarity == Polarity.Affirmed && claim.Modality is Modality.Done or Modality.Planned;
        if (isHelp)
        {
            player.AboutRescue += 1 + claim.Again.Count;
            player.Stances.Add("rescue");
            if (isSo && claim.Act is Acts.Rescue or Acts.Arms or Acts.Transfer)
                player.Stance = "rescue";
            if (claim.Act == Acts.Arms && isSo && !player.Means.Exists(means => means.StartsWith("kind: arms", StringComparison.Ordinal)))
                player.Means.Add("kind: arms, amount: 400 m USD");
        }
        else if (claim.Act == Acts.Warns)
        {
            player.RedLine ??= claim;
            player.Stances.Add("rescue");
            player.AboutRescue++;
        }
        else if (claim.Act != Acts.Neutral)
        {
            player.Stances.Add(claim.Act);
            if (isSo && player.Stance == "neutral")
                player.Stance = claim.Act;
        }
    }

    public static string Listed(DraftPlayer player) => string.Join(", ", Order.Where(player.Stances.Contains));
}
