using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Short ways to a case in a test.</summary>
internal static class Yaml
{
    public const string Source = "case.yaml";

    /// <summary>A case with the given instruments, USA and EU against RUS.</summary>
    public static string WithPackage(params string[] instruments) =>
        "title: t\ntarget: RUS\ncoalition: [USA, EU]\npackage:\n" + string.Concat(instruments.Select(text => $"  - {text}\n"));

    /// <summary>A case with a sound instrument and more lines.</summary>
    public static string With(string more) =>
        "title: t\ntarget: RUS\ncoalition: [USA, EU]\npackage: [{ kind: trade-cost, factor: 1.5 }]\n" + more;

    public static Case Parse(string text, params string[] overrides) => CaseSource.FromText(text, Source).With(overrides).Case;

    public static BoundCase Bind(string text, World? world = null) => Parse(text).BindTo(world ?? SmallWorld.Make());

    /// <summary>The problems that an action throws.</summary>
    public static IReadOnlyList<InputProblem> Problems(Action action) => Assert.Throws<InputException>(action).Problems;

    /// <summary>The only problem that an action throws.</summary>
    public static InputProblem Problem(Action action) => Assert.Single(Problems(action));
}
