using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What the coalition records as sold to third states, beside what these record as bought. Names and columns are stable.</summary>
internal static class MirrorTable
{
    public const string Name = "mirror-gaps";

    /// <summary>The table.</summary>
    public static TableSpec<CaseTables> Spec { get; } = new(Name, "What the coalition records as sold to a state and the state does not record as bought", Shape);

    private static TableShape<CaseTables> Shape() => TableDraft
        .Of((CaseTables tables) => Gaps(tables), tables => tables.Answer.Case.World)
        .Region("state", "State", "The third state.", row => row.State)
        .Number("gap_before", "Gap before", Units.Share, "The share of the coalition's recorded sales to the state that the state did not record, before: by official statistics where they are known, else 0; negative where it recorded more.", row => row.Before, 3)
        .Number("gap_after", "after", Units.Share, "The same after, goods among them that are declared for the state and never arrive there.", row => row.After, 3)
        .Shape();

    private static Gap[] Gaps(CaseTables tables)
    {
        var (bound, world) = (tables.Answer.Case, tables.Answer.Case.World);
        var (_, after) = tables.Recorded.Trade(tables.Answer);
        var known = KnownMirrorGaps.All
            .Select(gap => (Home: world.Names.Home(gap.Key), Gap: gap.Value)).Where(gap => gap.Home is not null)
            .ToDictionary(gap => gap.Home!.Value.Index, gap => gap.Gap);
        return
        [
            .. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))
                .Where(state => state != bound.Target && !bound.Coalition.Contains(state))
                .Select(state => Of(state, known.GetValueOrDefault(state.Index))),
        ];

        Gap Of(Region state, double before)
        {
            var (sold, lost) = (0.0, 0.0);
            foreach (var member in bound.Coalition)
            {
                sold += after.Total(member, state);
                lost += after.Ghost(member, state);
            }

            return new Gap(state, before, sold > 0 ? (before * (sold - lost) + lost) / sold : before);
        }
    }

    private readonly record struct Gap(Region State, double Before, double After);
}
