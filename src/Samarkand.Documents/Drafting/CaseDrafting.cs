using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Reading;
using Samarkand.Worlds;

namespace Samarkand.Documents.Drafting;

/// <summary>Drafts a case from the claims of documents.</summary>
internal sealed class CaseDrafting
{
    private static readonly string[] PackageOrder = [Acts.ExportBan, Acts.ImportBan, Acts.Tariff, Acts.PriceCap, Acts.PaymentsCut, Acts.Transport, Acts.AssetFreeze, Acts.AssetSeizure, Acts.InvestmentStop];

    private readonly Roles _roles;
    private readonly Lexicon _lexicon;
    private readonly World _world;
    private readonly DraftEvidence _evidence;
    private readonly DraftPlayers _players;
    private readonly List<(Claim Claim, string Reason)> _leftOut = [];
    private readonly Dictionary<Claim, string> _places = [];
    private readonly List<string> _package = [];
    private readonly List<string> _commitments = [];
    private readonly List<string> _guarantees = [];
    private readonly List<string> _fears = [];

    private CaseDrafting(Roles roles, Lexicon lexicon, World world, DraftEvidence evidence)
    {
        (_roles, _lexicon, _world, _evidence) = (roles, lexicon, world, evidence);
        _players = new DraftPlayers(roles, lexicon, world, evidence);
    }

    /// <summary>The case.</summary>
    /// <param name="reading">The documents with their claims.</param>
    /// <param name="path">The file that the case will be written to, for the paths of its evidence; null where the evidence names no files.</param>
    /// <exception cref="InputException">The documents restrict nothing, so that there is no case.</exception>
    public static DraftedCase Draft(DocumentReading reading, string? path)
    {
        var world = WorldCatalog.Open(Samarkand.Cases.Case.DefaultWorld);
        var roles = Roles.Of(reading.Claims, Lexicon.English, world) ?? throw new InputException(new InputProblem(
            reading.Documents[0].Name, 0, 0, WhyNone(reading.Claims, world), "read its claims without --case"));
        var evidence = new DraftEvidence(reading, path);
        var drafting = new CaseDrafting(roles, Lexicon.English, world, evidence);
        drafting.Place(reading.Claims);
        return drafting.Finish(reading);
    }

    private static string WhyNone(IReadOnlyList<Claim> claims, World world)
    {
        var absent = claims.Where(claim => Acts.IsRestrictive(claim.Act) && claim.Polarity == Polarity.Affirmed && claim.Counterpart.Length > 0).GroupBy(claim => claim.Counterpart).MaxBy(group => group.Count())?.Key;
        return absent is null
            ? "no case can be drafted: the document does not say that anybody restricts trade or money of a state that the world holds"
            : $"no case can be drafted: what the document restricts is of {ClaimWords.Name(absent)}, which the world {world.About.Name} does not hold apart";
    }

    private void Place(IReadOnlyList<Claim> claims)
    {
        PlacePackage([.. claims.Where(IsOfPackage)]);
        foreach (var claim in claims.Where(claim => !_places.ContainsKey(claim)))
        {
            if (ReasonToLeaveOut(claim) is { } reason)
                _leftOut.Add((claim, reason));
        }

        if (_package.Count == 0)
            PlaceUnnamed([.. claims.Where(claim => claim.Act == Acts.Sanctions && claim.Polarity == Polarity.Affirmed && _lexicon.HomeOf(claim.Counterpart) == _roles.Target)]);
    }

    // What is done or planned to the target, and what it does itself.
    private bool IsOfPackage(Claim claim) =>
        PackageOrder.Contains(claim.Act) && claim.Polarity == Polarity.Affirmed && claim.Modality is Modality.Done or Modality.Planned && claim.Goods is not "arms"
        && ((_lexicon.HomeOf(claim.Counterpart) == _roles.Target && (claim.Actor.Length == 0 || _roles.Holds(_lexicon.HomeOf(claim.Actor), _lexicon))) || (_lexicon.HomeOf(claim.Actor) == _roles.Target && _roles.Holds(_lexicon.HomeOf(claim.Counterpart), _lexicon)));

    private void PlacePackage(IReadOnlyList<Claim> claims)
    {
        foreach (var group in claims.GroupBy(claim => (claim.Act, claim.Goods, IsByTarget: _lexicon.HomeOf(claim.Actor) == _roles.Target)).OrderBy(group => Array.IndexOf(PackageOrder, group.Key.Act)))
        {
            var given = group.FirstOrDefault(claim => Assumed.GivenBy(claim) is not null);
            var size = given is null ? Assumed.SizeOf(group.Key.Act) : Assumed.GivenBy(given)!;
            var sectors = Sectors(group.Key.Goods);
            var flows = Flows(group.Key.Act, group.Key.IsByTarget, group);
            var dates = Dates(group);
            var line = $"  - {{ kind: {group.Key.Act}, {(sectors is null || group.Key.Act is Acts.AssetFreeze or Acts.AssetSeizure or Acts.InvestmentStop ? "" : $"sectors: [{sectors}], ")}{flows}{size}{dates}, evidence: {_evidence.Of(group)} }}";
            _package.Add(given is null ? $"  # The document gives no size that a case can take: this one is an assumption.\n{line}" : line);
            foreach (var claim in group)
                _places[claim] = FormattableString.Invariant($"package.{_package.Count - 1}");
        }
    }

    // Sanctions that nobody names are taken to be the recipe's export ban.
    private void PlaceUnnamed(IReadOnlyList<Claim> claims)
    {
        if (claims.Count == 0)
            return;
        _package.Add($"  # The document speaks of sanctions without saying which: this ban is an assumption.\n  - {{ kind: export-ban, sectors: [electronics, machinery], {Assumed.SizeOf(Acts.ExportBan)}, evidence: {_evidence.Of(claims)} }}");
        foreach (var claim in claims)
        {
            _places[claim] = "package.0";
            _leftOut.RemoveAll(one => one.Claim == claim);
        }
    }

    private string? Sectors(string goods)
    {
        var tags = goods.Split(';', StringSplitOptions.RemoveEmptyEntries).SelectMany(tag => tag == "arms" ? ["machinery", "vehicles"] : new[] { tag })
            .Where(tag => _world.Sectors.Any(sector => sector.Code == tag || sector.Tags.Contains(tag))).Distinct().ToArray();
        return tags.Length == 0 ? null : string.Join(", ", tags);
    }

    private string Flows(string act, bool isByTarget, IEnumerable<Claim> claims)
    {
        var others = claims.Select(claim => isByTarget ? claim.Counterpart : claim.Actor).Where(code => code.Length > 0).Distinct().ToArray();
        if (!isByTarget && (others.Length == 0 || others.Contains("WEST") || _roles.Coalition.All(member => others.Contains(member.TrimEnd('?')))))
            return "";
        var codes = others.Contains("WEST") ? string.Join(", ", _roles.Coalition) : string.Join(", ", others.SelectMany(code => Roles.Codes(code, _lexicon, _world)).Distinct());
        if (codes.Length == 0)
            return "";
        if (act is Acts.AssetFreeze or Acts.AssetSeizure)
            return isByTarget ? $"owner: {codes.Split(',')[0]}, holders: [{_roles.Target}], " : $"holders: [{codes}], ";
        var isBuying = act is Acts.ImportBan or Acts.Tariff or Acts.PriceCap;
        return isBuying != isByTarget ? $"from: {_roles.Target}, to: [{codes}], " : $"from: [{codes}], to: {_roles.Target}, ";
    }

    private static string Dates(IEnumerable<Claim> claims)
    {
        var from = claims.Select(claim => claim.From).FirstOrDefault(date => date.Length == 10);
        var until = claims.Select(claim => claim.Until).FirstOrDefault(date => date.Length == 10);
        if (from is not null && until is not null && string.CompareOrdinal(until, from) <= 0)
            until = null;
        return $"{(from is null ? "" : $", from-date: {from}")}{(until is null ? "" : $", until-date: {until}")}";
    }

    private string? ReasonToLeaveOut(Claim claim)
    {
        if (Acts.IsRestrictive(claim.Act))
            return claim.Polarity == Polarity.Denied ? "it says what is not imposed"
                : claim.Modality == Modality.Possible ? "it is only possible; add it to the package to ask what it would do"
                : claim.Modality == Modality.Hypothetical ? "it is hypothetical"
                : claim.Act == Acts.Sanctions ? "it does not say which measures"
                : claim.Goods == "arms" ? "arms are not in the world's trade"
                : claim.Counterpart.Length == 0 ? "it does not say on whom"
                : $"it is not between the coalition and {_roles.Target}";
        if (claim.Act is Acts.OverCompliance or Acts.Fears && claim.Polarity == Polarity.Affirmed)
        {
            _fears.Add(_evidence.Of([claim]));
            _places[claim] = "over-compliance";
            return null;
        }

        if (claim is { Act: Acts.Join, Polarity: Polarity.Affirmed, Modality: Modality.Done } && _roles.Holds(_lexicon.HomeOf(claim.Actor), _lexicon))
        {
            _places[claim] = "coalition";
            return null;
        }

        if (claim.Act == Acts.PaysFor && _lexicon.HomeOf(claim.Actor) == _roles.Target)
        {
            _commitments.Add($"  # What it costs is an assumption.\n  - {{ of: {_roles.Target}, name: \"{(claim.Counterpart.Length > 0 ? $"presence in {claim.Counterpart}" : "commitments abroad")}\", cost: 0.4 bn USD, priority: {_commitments.Count + 1}, evidence: {_evidence.Of([claim])} }}");
            _places[claim] = FormattableString.Invariant($"commitments.{_commitments.Count - 1}");
            return null;
        }

        if (claim.Act == Acts.Guarantees && Lexicon.IsKnownBloc(claim.Actor) && !_guarantees.Any(line => line.Contains($"alliance: {claim.Actor},", StringComparison.Ordinal)))
        {
            _guarantees.Add($"  - {{ alliance: {claim.Actor}, obligation: {(claim.Polarity == Polarity.Denied ? "consultation" : "defence")}, evidence: {_evidence.Of([claim])} }}");
            _places[claim] = FormattableString.Invariant($"guarantees.{_guarantees.Count - 1}");
            return null;
        }

        if (_players.Take(claim) is not { } region)
            return "a case has no place for it";
        _places[claim] = $"players.{region}";
        return null;
    }

    private DraftedCase Finish(DocumentReading reading)
    {
        _players.Attach(_leftOut, _places);
        var text = new DraftText(_roles, _players, _evidence)
        {
            Title = $"{reading.Documents[0].Title}",
            Package = _package,
            Fears = _fears,
            Commitments = _commitments,
            Guarantees = _guarantees,
            LeftOut = _leftOut,
        }.Write();
        return new DraftedCase(text, _places.ToImmutableDictionary(), [.. _leftOut]) { Extracted = _evidence.Extracted };
    }
}
