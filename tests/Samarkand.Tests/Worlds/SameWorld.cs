using System.Runtime.InteropServices;
using Samarkand.Worlds;

namespace Samarkand.Tests.Worlds;

internal static class SameWorld
{
    /// <summary>Every label equal and every number equal bit for bit.</summary>
    public static void Assert(World expected, World actual)
    {
        Xunit.Assert.Equal((expected.About.Name, expected.About.Title, expected.About.Year), (actual.About.Name, actual.About.Title, actual.About.Year));
        Xunit.Assert.Equal(expected.About.Sources, actual.About.Sources);
        Xunit.Assert.Equal(expected.About.Rules, actual.About.Rules);
        Xunit.Assert.Equal(expected.Regions, actual.Regions);
        Xunit.Assert.Equal(expected.Sectors.Select(sector => (sector.Code, sector.Name, Joined(sector.Tags), Joined(sector.Parts), Joined(sector.LostTags))), actual.Sectors.Select(sector => (sector.Code, sector.Name, Joined(sector.Tags), Joined(sector.Parts), Joined(sector.LostTags))));
        Xunit.Assert.Equal(expected.Blocs.Select(bloc => (bloc.Code, bloc.Name, string.Join(' ', bloc.Members), Joined(bloc.Lost))), actual.Blocs.Select(bloc => (bloc.Code, bloc.Name, string.Join(' ', bloc.Members), Joined(bloc.Lost))));
        SameBits(expected.Trade, actual.Trade);
        SameBits(expected.Tariffs, actual.Tariffs);
        SameBits(expected.Inputs, actual.Inputs);
        SameBits(expected.Final, actual.Final);
        SameBits(expected.Elasticities, actual.Elasticities);
    }

    private static string Joined(IEnumerable<string> texts) => string.Join(';', texts);

    private static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        var difference = MemoryMarshal.Cast<double, long>(expected).CommonPrefixLength(MemoryMarshal.Cast<double, long>(actual));
        Xunit.Assert.Equal(expected.Length, difference);
    }
}
