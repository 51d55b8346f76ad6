using System.Reflection;
using Samarkand.Cluster.Dealing;
using Samarkand.Documents.Reading;
using Samarkand.Estimation.Leaks;
using Samarkand.Import;
using Samarkand.Reports.Tables;
using Samarkand.Web;
using Samarkand.WorldMaker;
using Samarkand.Worlds;

namespace Samarkand.Tests.Layout;

/// <summary>Data flows one way: no type knows one of a later step.</summary>
public class OneDirectionTests
{
    /// <summary>The steps in their order, by namespace below <c>Samarkand</c>.</summary>
    private static readonly string[] Steps =
    [
        "Core", "Worlds", "Model", "Cases", "Effects",
        "Analyses.Dependence", "Analyses.Ensembles", "Analyses.Scenarios", "Analyses.Coalitions", "Analyses.Explanation", "Analyses.Design", "Analyses.Rescue", "Analyses.Validation",
        "Import", "Estimation", "WorldMaker", "Reports", "Documents", "Cluster", "Web",
    ];

    private static readonly Assembly[] Assemblies =
    [
        typeof(World).Assembly, typeof(LongTable).Assembly, typeof(TradePanel).Assembly, typeof(BuiltWorld).Assembly, typeof(Table).Assembly, typeof(DocumentReading).Assembly, typeof(Dealer).Assembly, typeof(ServeSettings).Assembly,
    ];

    [Fact]
    public void No_type_knows_one_of_a_later_step()
    {
        var back = Own().SelectMany(type => KnownTypes.Of(type).Where(known => Step(known) > Step(type)).Select(known => $"{type.FullName} knows {known.FullName}"));

        Assert.Equal("", string.Join('\n', back.Distinct().Order()));
    }

    [Fact]
    public void Estimation_sees_worlds_alone() =>
        Assert.DoesNotContain(typeof(TradePanel).Assembly.GetTypes().SelectMany(KnownTypes.Of), known => Step(known) > Array.IndexOf(Steps, "Worlds") && known.Assembly != typeof(TradePanel).Assembly);

    [Fact]
    public void Every_type_is_in_a_step() => Assert.Empty(Own().Where(type => Step(type) < 0 && type.Namespace?.StartsWith("Samarkand", StringComparison.Ordinal) == true).Select(type => type.FullName));

    [Fact]
    public void The_order_is_the_one_that_contributors_read()
    {
        var order = string.Join(" <- ", Steps.Select(step => step.Split('.')[0]).Distinct());
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Cases.ShippedCases.Folder)!, "CONTRIBUTING.md"));

        Assert.Contains(order, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_back_is_seen()
    {
        Assert.Contains(typeof(World), KnownTypes.Of(typeof(Forgetful)));
        Assert.Contains(typeof(BuiltWorld), KnownTypes.Of(typeof(Forgetful)));
    }

    // What Orleans writes into an assembly to send its messages stands in a namespace of its own.
    private static IEnumerable<Type> Own() => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) != true);

    private static int Step(Type type) =>
        type.Namespace is { } name && Array.IndexOf(Assemblies, type.Assembly) >= 0 ? Array.FindIndex(Steps, step => $"{name}.".StartsWith($"Samarkand.{step}.", StringComparison.Ordinal)) : -1;

    private static class Forgetful
    {
        public static World? Last { get; set; }

        public static object Use() => new List<object?> { typeof(BuiltWorld) };
    }
}
