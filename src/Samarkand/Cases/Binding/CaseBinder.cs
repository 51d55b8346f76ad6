using System.Collections.Immutable;
using Samarkand.Cases.Binding.Outlets;
using Samarkand.Cases.Binding.Pools;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Cases.Binding;

/// <summary>Looks up the names of a case in a world.</summary>
internal static class CaseBinder
{
    /// <summary>Binds a case to a world. A bloc stands for its members; a name with <c>?</c> is left out where the world lacks it.</summary>
    /// <param name="theCase">The case; its key <c>world</c> is not looked at.</param>
    /// <param name="world">The world.</param>
    /// <returns>The case with the shock of what acts at the stances that hold.</returns>
    /// <exception cref="InputException">Names that the world does not hold, sides that end up empty, or stances that cannot be: all of them, with their places.</exception>
    public static BoundCase Bind(Case theCase, World world) => BindKnowing(theCase, world, null, null);

    /// <summary>The same, with what is known of the world from a case that was bound before.</summary>
    internal static BoundCase BindKnowing(Case written, World world, BaselineRoutes? known, OutletPlan? knownOutlets)
    {
        var problems = new ProblemList(written.Source);
        var regions = new RegionNames(world, problems);
        var sectors = new SectorNames(world, problems);
        var theCase = SettledNames.Of(written, regions);
        theCase = theCase with { ReadAs = [.. written.ReadAs.Union(regions.ReadAs)] };
        TwiceNamed.Check(theCase, problems);

        var target = BindTarget(theCase.Target, world, regions, problems);
        var coalition = BindCoalition(theCase, world, target, regions, problems);
        var stances = new StanceBinder(world, target, regions, problems).Bind(theCase, coalition);
        var unused = new UnusedNames(regions, sectors);
        var binder = new InstrumentBinder(world, target, stances, regions, sectors, problems);
        var instruments = new CaseInstruments(theCase, target, stances, binder, unused).Bind();
        var mayVanish = sectors.Set(theCase.MayVanish);
        var elasticities = ElasticityBinder.Bind(theCase, world, sectors);
        var expected = BindExpected(theCase, regions);
        var literature = theCase.Literature.Select(figure => new BoundFigure(regions.Set(figure.Of), regions.Set(figure.Over), figure)).ToImmutableArray();
        unused.Check(theCase);
        var terms = target is { } found ? RouteTermsBinder.Bind(theCase, world, found, regions, sectors) : null;
        var otherBuyers = OtherBuyersBinder.Bind(theCase, sectors);
        problems.ThrowIfAny();

        var before = BaselineRoutes.Of(world, target!.Value, terms!.ReExports, terms.Reach, known);
        var there = AtHorizon(theCase, world, elasticities.AsSpan());
        var outlets = OutletFinder.Find(world, target.Value, otherBuyers, stances.Coalition, instruments, there, knownOutlets);
        var plan = RouteFinder.Find(world, target.Value, stances.Stances, terms, before, instruments, there)?.WithReturns(world, target.Value, instruments, outlets, before, there);
        var shock = ShockBuilder.Build(instruments, mayVanish, theCase.Closure.Confines() ? target.Value : null);
        shock = plan?.Open(shock) ?? shock;
        shock = outlets?.Open(shock) ?? shock;
        var gas = GasPoolFinder.Find(theCase, world, target.Value, new BannedSales(world, target.Value, instruments), outlets);
        NoteWhatTheMethodNames(theCase, target.Value, plan, regions, sectors, world);
        return new BoundCase
        {
            Routes = plan,
            BaselineRoutes = before,
            Case = theCase,
            World = world,
            Target = target.Value,
            Coalition = stances.Coalition,
            Stances = stances.Stances,
            StanceSources = stances.Sources,
            Elasticities = elasticities,
            Instruments = instruments,
            Outlets = outlets,
            Gas = gas,
            Shock = gas?.Open(shock) ?? shock,
            Expected = expected,
            Literature = [.. literature.Where(figure => !figure.Of.IsEmpty && figure.Over.IsEmpty == figure.Figure.Over.IsEmpty)],
            LeftOut = regions.LeftOut,
            NotUsedYet = NotUsedYet.List(theCase, world),
            CoversLess = [.. regions.CoversLess, .. sectors.CoversLess],
        };
    }

    /// <summary>A case's trade elasticities at its horizon.</summary>
    internal static double[] AtHorizon(Case theCase, World world, ReadOnlySpan<double> elasticities)
    {
        var factors = CaseBaseline.Factors(theCase, world, theCase.Horizon);
        var there = new double[elasticities.Length];
        for (var s = 0; s < there.Length; s++)
            there[s] = elasticities[s] * factors[s];
        return there;
    }

    // Tags and blocs that no case has to write.
    private static void NoteWhatTheMethodNames(Case theCase, Region target, RoutePlan? plan, RegionNames regions, SectorNames sectors, World world)
    {
        if (plan is not null)
        {
            sectors.Tagged("goods", "services", "transport", "distribution");
            foreach (var union in RouteTermsBinder.KnownUnions(world).Where(union => theCase.Routes is not { Unions.IsEmpty: false } && union.Members.Contains(target)))
                regions.Note(union);
        }

        if (!theCase.Revenue.IsEmpty)
            sectors.Tagged("energy");
        sectors.Tagged([.. theCase.Priors.Where(prior => prior.Path.StartsWith("elasticities.", StringComparison.Ordinal)).Select(prior => prior.Path["elasticities.".Length..])]);
    }

    private static Region? BindTarget(RegionName name, World world, RegionNames regions, ProblemList problems)
    {
        var target = regions.One(name, "the target");
        if (target is null && problems.IsEmpty)
            problems.Add(name.Place, $"the target {name.Text} ({Countries.NameOf(Countries.MeaningOf(name.Text)?.Certain ?? "") ?? "a bloc"}) is not in {world.About.Name}", "a target cannot be left out: choose another, or a world that holds it");
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
                if (member != target)
                    continue;
                if (regions.Code(member) == name.Text)
                    problems.Add(name.Place, $"{name.Text} is the target and in the coalition", "remove it from one of them");
                else
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
