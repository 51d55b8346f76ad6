using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

/// <summary>A case whose banned goods find ways, and the same without any.</summary>
internal static class RoutedAnswers
{
    public const string Banned =
        """
        title: Machines and electronics
        target: RUS
        coalition: [USA, EU, JPN, GBR, KOR]
        package:
          - { kind: export-ban, sectors: [ele], coverage: 0.5, common-list: true }
          - { kind: export-ban, sectors: [mac, veh, chm], coverage: 0.4 }

        """;

    public const string OpenToAll = Banned + "default-stance: conduit\n";

    private static readonly Lazy<World> World = new(() => WorldCatalog.Open("samarkand-2021"));

    private static readonly Lazy<CaseAnswer> All = new(() => Solve(OpenToAll));

    /// <summary>Every third state is a conduit.</summary>
    public static CaseAnswer Open => All.Value;

    public static CaseAnswer Solve(string text) => Answers.Solve(text, World.Value);
}
