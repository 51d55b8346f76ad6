using System.Text;
using Samarkand.Documents.Claims;

namespace Samarkand.Documents.Drafting;

/// <summary>Writes a drafted case as YAML.</summary>
internal sealed class DraftText(Roles roles, DraftPlayers players, DraftEvidence evidence)
{
    private readonly StringBuilder _text = new();

    public required string Title { get; init; }

    public required IReadOnlyList<string> Package { get; init; }

    public required IReadOnlyList<string> Fears { get; init; }

    public required IReadOnlyList<string> Commitments { get; init; }

    public required IReadOnlyList<string> Guarantees { get; init; }

    public required IReadOnlyList<(Claim Claim, string Reason)> LeftOut { get; init; }

    public string Write()
    {
        Line("# A draft that `samarkand read` made from a document. Every choice rests on the passage that it names; what the document does not");
        Line("# say is an assumption, of the recipes of `samarkand new`, and marked as one. Read it, and change what you know better.");
        Line("");
        Line($"title: {DraftEvidence.Quoted(Title)}");
        Question();
        Line("world: samarkand-2021");
        Line("horizon: medium");
        Line($"target: {roles.Target}");
        if (roles.IsWestAssumed)
            Line("\n# The document speaks of the West, or does not say who: the list is an assumption.");
        Line($"coalition: [{string.Join(", ", roles.Coalition)}]");
        Line("");
        Line(Package.Count == 0 ? "package: []" : "package:");
        foreach (var instrument in Package)
            Line(instrument);
        if (Fears.Count > 0)
        {
            Line("\n# Firms that leave, or fear punishment. How large a risk they see is an assumption.");
            Line($"over-compliance: {{ risk: 0.05, slope: 1, evidence: {Names(Fears)} }}");
        }

        Players();
        Block("commitments", Commitments);
        if (Commitments.Count > 0)
        {
            Line("\n# What it pays them from is an assumption.");
            Line($"revenue: {{ {roles.Target}: {{ share-of-income: 0.3, share-of-energy-exports: 0.4 }} }}");
        }

        Block("guarantees", Guarantees);
        Line("\npriors:\n  elasticities: scale lognormal(1, 0.2)");
        Block("evidence", evidence.Entries);
        WriteLeftOut();
        return _text.ToString();
    }

    private void Question()
    {
        if (players.Rescuer is not { } rescuer)
            return;
        Line("question:");
        Line($"  text: \"Does {Samarkand.Worlds.Names.Countries.EnglishName(rescuer.Region.TrimEnd('?')) ?? rescuer.Region} come to the rescue of {Samarkand.Worlds.Names.Countries.EnglishName(roles.Target) ?? roles.Target}?\"");
        Line($"  rescuer: {rescuer.Region}");
        Line($"  target: {roles.Target}");
    }

    private void Players()
    {
        if (players.All.Count == 0)
            return;
        Line("\nplayers:");
        foreach (var player in players.All)
        {
            Line($"  - region: {player.Region}");
            Line($"    stances: [{DraftPlayers.Listed(player)}]");
            Line($"    stance: {player.Stance}");
            if (player.Stances.Contains("rescue"))
            {
                Line("    # What a dollar of the target's is worth to it, and what a rescue would consist of, are assumptions.");
                Line($"    affinity: {{ {roles.Target}: 0.1 }}");
                if (player.RedLine is { } line)
                    Line($"    red-lines: [{{ when: {{ {roles.Target}: escalate }}, closes: [rescue], evidence: {players.EvidenceOf(line)} }}]");
                Line("    means:");
                Line($"      - {{ kind: supply, discount: 10 %, paid-by: {player.Region.TrimEnd('?')} }}");
                foreach (var means in player.Means)
                    Line($"      - {{ {means} }}");
            }

            Line($"    evidence: {players.EvidenceOf(player)}");
        }

        if (players.HasRedLines)
        {
            Line($"  # What the target may do. What it costs it is an assumption.");
            Line($"  - region: {roles.Target}\n    actions:\n      - {{ name: hold }}\n      - {{ name: escalate, cost: 5 bn USD, package: [] }}");
        }

        if (Fears.Count > 0 && players.All.Any(player => player.Stances.Contains("rescue")))
        {
            Line("\n# What whoever comes to the rescue is threatened with: an assumption.");
            Line($"secondary:\n  trigger: [rescue]\n  package:\n    - {{ kind: export-ban, sectors: [electronics], coverage: 0.3, common-list: true }}\n    - {{ kind: tariff, rate: 10 % }}\n  evidence: {Names(Fears)}");
        }
    }

    private void Block(string key, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        Line($"\n{key}:");
        foreach (var line in lines)
            Line(line);
    }

    private void WriteLeftOut()
    {
        Line("");
        Line(LeftOut.Count == 0 ? "# Every claim of the document has its place above." : "# Claims of the document that found no place in this case:");
        foreach (var (claim, reason) in LeftOut)
            Line($"# - {ClaimWords.Of(claim)}: {reason}. \"{claim.Quote.ReplaceLineEndings(" ")}\"");
    }

    private static string Names(IReadOnlyList<string> names) => names.Distinct().ToArray() is [var one] ? one : $"[{string.Join(", ", names.Distinct())}]";

    private void Line(string line) => _text.Append(line).Append('\n');
}
