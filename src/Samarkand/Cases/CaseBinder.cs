using System.Collections.Immutable;
using Samarkand.Equilibrium;
using Samarkand.Routes;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>Looks up the names of a case in a world.</summary>
public static class CaseBinder
{
    /// <summary>Binds a case to a world. A bloc stands for its members; a name with <c>?</c> is left out where the world lacks it.</summary>
    /// <param name="theCase">The case; its key <c>world</c> is not looked at.</param>
    /// <param name="world">The world.</param>
    /// <returns>The case with the shock of its package.</returns>
    /// <exception cref="InputException">Names that the world does not hold, or sides that end up empty: all of them, with their places.</exception>
    public static BoundCase Bind(Case theCase, World world)
    {
        var problems = new ProblemList(theCase.Source);
        var regions = new RegionNames(world, problems);
        var sectors = new SectorNames(world, problems);

        var target = BindTarget(theCase.Target, world, regions, problems);
        var coalition = BindCoalition(theCase, world, target, regions, problems);
        var sides = new Sides(coalition, target is { } found ? [found] : [], !theCase.Coalition.IsEmpty);
        var instruments = new InstrumentBinder(world, sides, regions, sectors, problems);
        var package = ImmutableArray.CreateBuilder<BoundInstrument>(theCase.Package.Length);
        foreach (var instrument in theCase.Package)
            package.Add(instruments.Bind(instrument));
        var mayVanish = sectors.Set(theCase.MayVanish);
        var expected = BindExpected(theCase, regions);
        new UnusedNames(regions, sectors).Check(theCase);
        problems.ThrowIfAny();

        var stances = StancesOf(theCase, world, coalition, regions);
        var plan = OpenRoutes(theCase, world, target!.Value, stances, package, regions);
        var shock = ShockBuilder.Build(package.ToImmutable(), mayVanish);
        return new BoundCase
        {
            Routes = plan,
            Case = theCase,
            World = world,
            Target = target!.Value,
            Coalition = coalition,
            Package = package.ToImmutable(),
            Shock = plan?.Open(shock) ?? shock,
            Expected = expected,
            LeftOut = regions.LeftOut,
            NotUsedYet = NotUsedYet.List(theCase),
        };
    }

    private static ImmutableArray<Stance> StancesOf(Case theCase, World world, ImmutableArray<Region> coalition, RegionNames regions)
    {
        var stances = new Stance[world.Regions.Length];
        Array.Fill(stances, theCase.DefaultStance);
        foreach (var player in theCase.Players)
        {
            if (regions.One(player.Region, "a player") is { } region)
                stances[region.Index] = player.Stance;
        }

        foreach (var member in coalition)
            stances[member.Index] = Stance.Join;
        return [.. stances];
    }

    /// <summary>The ways through the states that open any; null where none does.</summary>
    private static RoutePlan? OpenRoutes(
        Case theCase, World world, Region target, ImmutableArray<Stance> stances, IReadOnlyList<BoundInstrument> instruments, RegionNames regions)
    {
        var conduits = RegionNames.Marked([.. stances.Select((stance, r) => stance is Stance.Conduit or Stance.Rescue && r != target.Index)]);
        if (conduits.IsEmpty)
            return null;
        var terms = RouteTermsBinder.Bind(theCase.Routes ?? RouteRule.Default, theCase.Secondary?.Triggers.Contains(Stance.Conduit) == true, world, target, regions);
        return RouteFinder.Find(world, target, terms, conduits, instruments);
    }

    private static Region? BindTarget(RegionName name, World world, RegionNames regions, ProblemList problems)
    {
        var target = regions.One(name, "the target");
        if (target is null && problems.IsEmpty)
            problems.Add(name.Place, $"the target {name.Text} ({Countries.NameOf(name.Text)}) is not in {world.About.Name}", "a target cannot be left out: choose another, or a world that holds it");
        return target;
    }

    private static ImmutableArray<Region> BindCoalition(Case theCase, World world, Region? target, RegionNames regions, ProblemList problems)
    {
        var before = problems.Count;
        var isMember = new bool[world.Regions.Length];
        foreach (var name in theCase.Coalition)
        {
            foreach (var member in regions.Members(name))
            {
                isMember[member.Index] = true;
                if (member == target)
                    problems.Add(name.Place, $"the target {regions.Code(member)} is a member of {name.Text}, which is in the coalition", "list the other members instead");
            }
        }

        var coalition = RegionNames.Marked(isMember);
        if (coalition.IsEmpty && !theCase.Coalition.IsEmpty && problems.Count == before)
            problems.Add(theCase.Coalition[0].Place, $"the coalition is empty: {world.About.Name} holds none of its members", "name a member that the world holds");
        return coalition;
    }

    private static ImmutableArray<BoundExpectation> BindExpected(Case theCase, RegionNames regions)
    {
        var expected = ImmutableArray.CreateBuilder<BoundExpectation>(theCase.Expected.Length);
        foreach (var effect in theCase.Expected)
        {
            if (regions.One(effect.Region, "what is expected") is { } region)
                expected.Add(new BoundExpectation(region, effect.RealIncomePct, effect.Tolerance));
        }

        return expected.ToImmutable();
    }
}
