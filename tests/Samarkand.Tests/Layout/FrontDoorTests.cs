using System.Reflection;
using System.Xml.Linq;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Import;
using Samarkand.Model;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.WorldMaker;
using Samarkand.Worlds;

namespace Samarkand.Tests.Layout;

/// <summary>
/// What the libraries make public is what a program calls, and no more; what it calls first shows how. The examples themselves are run by
/// the tests of the command line.
/// </summary>
public class FrontDoorTests
{
    private const int Most = 120;

    private static readonly Assembly[] Libraries = [typeof(World).Assembly, typeof(LongTable).Assembly, typeof(BuiltWorld).Assembly, typeof(Table).Assembly];

    /// <summary>What a program calls first, beside every static class and every type that solves or opens something.</summary>
    private static readonly Type[] Doors =
    [
        typeof(CaseSource), typeof(CaseDraft), typeof(Solver), typeof(HorizonAnswer), typeof(WorldBalance), typeof(DependenceStudy), typeof(CaseExplanation),
        typeof(CaseTables), typeof(HtmlReport),
    ];

    public static TheoryData<string> AllDoors => [.. Public().Where(IsDoor).Select(type => type.FullName!).Order(StringComparer.Ordinal)];

    [Fact]
    public void No_more_types_are_public_than_a_reader_can_take_in()
    {
        var types = Public().ToArray();
        var each = Libraries.Select(library => $"{library.GetName().Name} {types.Count(type => type.Assembly == library)}");
        Assert.True(types.Length <= Most, $"{types.Length} types are public, and {Most} may be: {string.Join(", ", each)}");
    }

    [Theory]
    [MemberData(nameof(AllDoors))]
    public void A_front_door_has_an_example(string door)
    {
        var type = Public().Single(type => type.FullName == door);
        var documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{type.Assembly.GetName().Name}.xml")).Descendants("member");
        Assert.Contains(documented, member => IsOf(door, (string)member.Attribute("name")!) && member.Element("example")?.Element("code") is not null);
    }

    private static IEnumerable<Type> Public() => Libraries.SelectMany(library => library.GetExportedTypes());

    private static bool IsDoor(Type type) =>
        Doors.Contains(type)
        || type is { IsAbstract: true, IsSealed: true }
        || type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Any(method => method.Name is "Solve" or "Open");

    // The type, or a member of it: `M:Name.Space.Type.Member(...)`.
    private static bool IsOf(string type, string member) => member[2..] == type || (member[2..].Split('(')[0] is var name && name[..Math.Max(0, name.LastIndexOf('.'))] == type);
}
