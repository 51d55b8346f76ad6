using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samarkand.Core;

namespace Samarkand.Worlds.Binary;

/// <summary>
/// A world as one compact file: the same world always gives the same bytes, and reading gives the same values bit for bit.
/// It needs no decompression, so that a command which starts, solves once and ends can read it in about a millisecond.
/// </summary>
/// <remarks>
/// Layout: the letters <c>SMKW</c>, a version byte, then texts (length, UTF-8), counts (variable length, low seven bits first) and
/// values. A value is one such count: even, twice a whole number; odd, a run of zeros (2 length + 1); 1, a little-endian double follows.
/// The order is: about, regions, sectors, blocs, trade, whether there are tariffs, tariffs, inputs, final, elasticities. Version 2 is of a
/// merged world: each region, sector and bloc ends with what the merge leaves to tell. Versions 3 and 4 are the same for a world whose flows are whole
/// USD: flows, inputs and final demand are counted in millionths, tariffs in ten-thousandths. Every other world is of version 1.
/// </remarks>
internal static class BinaryWorld
{
    internal const byte Version = 1;
    internal const byte MergedVersion = 2;

    /// <summary>What versions 3 and 4 add to those of worlds in doubles.</summary>
    private const byte InDollars = 2;

    private const double DollarsInAMillion = 1e6;
    private const double TariffParts = 1e4;

    internal static ReadOnlySpan<byte> Magic => "SMKW"u8;

    /// <summary>The world as bytes.</summary>
    public static byte[] Write(World world)
    {
        var bytes = new BinaryWorldWriter();
        bytes.Raw(Magic);
        var isMerged = MergedParts.AreIn(world);
        var isInDollars = IsInDollars(world.Trade);
        bytes.Raw([(byte)((isMerged ? MergedVersion : Version) + (isInDollars ? InDollars : 0))]);
        Write(bytes, world.About);
        bytes.Count(world.Regions.Length);
        foreach (var region in world.Regions)
        {
            bytes.Text(region.Code);
            bytes.Text(region.Name);
            bytes.Count(region.IsRemainder ? 1 : 0);
            if (isMerged)
                bytes.Texts(region.Parts);
        }

        bytes.Count(world.Sectors.Length);
        foreach (var sector in world.Sectors)
        {
            bytes.Text(sector.Code);
            bytes.Text(sector.Name);
            bytes.Texts(sector.Tags);
            if (!isMerged)
                continue;
            bytes.Texts(sector.Parts);
            bytes.Texts(sector.LostTags);
        }

        bytes.Count(world.Blocs.Length);
        foreach (var bloc in world.Blocs)
        {
            bytes.Text(bloc.Code);
            bytes.Text(bloc.Name);
            bytes.Count(bloc.Members.Length);
            foreach (var member in bloc.Members)
                bytes.Count(member.Index);
            if (isMerged)
                bytes.Texts(bloc.Lost);
        }

        var (money, rates) = isInDollars ? (DollarsInAMillion, TariffParts) : (1, 1);
        bytes.Values(world.Trade, money);
        bytes.Count(world.Tariffs.IsEmpty ? 0 : 1);
        bytes.Values(world.Tariffs, rates);
        bytes.Values(world.Inputs, money);
        bytes.Values(world.Final, money);
        bytes.Values(world.Elasticities, 1);
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write(World)"/> wrote.</summary>
    /// <param name="bytes">The bytes of the file, all of them.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <exception cref="InputException">The bytes are not such a world, are damaged, or are of another version.</exception>
    public static World Read(ReadOnlySpan<byte> bytes, string source) => Read(bytes, source, WorldRecords.None);

    internal static World Read(ReadOnlySpan<byte> bytes, string source, WorldRecords records)
    {
        if (bytes.Length <= Magic.Length || !bytes.StartsWith(Magic))
            throw new InputException(new InputProblem(source, 0, 0, "is not a binary world of Samarkand"));
        if (bytes[Magic.Length] is < Version or > MergedVersion + InDollars)
            throw new InputException(new InputProblem(source, 0, 0, $"is a binary world of version {bytes[Magic.Length]}; this program reads versions {Version} to {MergedVersion + InDollars}", "write it again from its folder or its sources"));
        try
        {
            return Read(bytes, records);
        }
        catch (Exception damage) when (damage is IndexOutOfRangeException or ArgumentException or InvalidDataException)
        {
            throw new InputException(new InputProblem(source, 0, 0, "is damaged", "write it again from its folder or its sources"));
        }
    }

    private static World Read(ReadOnlySpan<byte> file, WorldRecords records)
    {
        var bytes = new BinaryWorldReader(file, Magic.Length + 1);
        var isInDollars = file[Magic.Length] > MergedVersion;
        var isMerged = file[Magic.Length] - (isInDollars ? InDollars : 0) == MergedVersion;
        var about = ReadAbout(ref bytes);
        var regions = new RegionInfo[bytes.Count()];
        for (var i = 0; i < regions.Length; i++)
            regions[i] = new RegionInfo(bytes.Text(), bytes.Text(), bytes.Count() != 0) { Parts = isMerged ? bytes.Texts() : [] };
        var sectors = new SectorInfo[bytes.Count()];
        for (var i = 0; i < sectors.Length; i++)
            sectors[i] = new SectorInfo(bytes.Text(), bytes.Text(), bytes.Texts()) { Parts = isMerged ? bytes.Texts() : [], LostTags = isMerged ? bytes.Texts() : [] };
        var blocs = new Bloc[bytes.Count()];
        for (var i = 0; i < blocs.Length; i++)
            blocs[i] = ReadBloc(ref bytes, regions.Length, isMerged);

        var (n, s) = (regions.Length, sectors.Length);
        if (WorldSize.IsTooLarge(n, s))
            throw new InvalidDataException();
        var (money, rates) = isInDollars ? (DollarsInAMillion, TariffParts) : (1, 1);
        var trade = bytes.Values(s * n * n, money);
        var tariffs = bytes.Count() == 0 ? null : bytes.Values(s * n * n, rates);
        var inputs = bytes.Values(n * s * s, money);
        var final = bytes.Values(n * s, money);
        var elasticities = bytes.Values(s, 1);
        bytes.ExpectEnd();
        return new World(about, Frozen(regions), Frozen(sectors), Frozen(blocs), trade, tariffs, inputs, final, elasticities) { Records = records };
    }

    private static bool IsInDollars(ReadOnlySpan<double> flows)
    {
        var isWhole = true;
        foreach (var flow in flows)
        {
            if (Math.Round(flow * DollarsInAMillion) / DollarsInAMillion != flow)
                return false;
            isWhole &= flow == Math.Floor(flow);
        }

        return !isWhole;
    }

    private static void Write(BinaryWorldWriter bytes, WorldInfo about)
    {
        bytes.Text(about.Name);
        bytes.Text(about.Title);
        bytes.Count(about.Year);
        bytes.Count(about.Sources.Length);
        foreach (var source in about.Sources)
        {
            bytes.Text(source.Name);
            bytes.Text(source.Address);
            bytes.Text(source.Licence);
        }

        bytes.Texts(about.Rules);
    }

    private static WorldInfo ReadAbout(ref BinaryWorldReader bytes)
    {
        var (name, title, year) = (bytes.Text(), bytes.Text(), bytes.Count());
        var sources = new DataSource[bytes.Count()];
        for (var i = 0; i < sources.Length; i++)
            sources[i] = new DataSource(bytes.Text(), bytes.Text(), bytes.Text());
        return new WorldInfo(name, title, year, Frozen(sources), bytes.Texts());
    }

    private static Bloc ReadBloc(ref BinaryWorldReader bytes, int regionCount, bool isMerged)
    {
        var (code, name) = (bytes.Text(), bytes.Text());
        var members = new Region[bytes.Count()];
        for (var i = 0; i < members.Length; i++)
        {
            var index = bytes.Count();
            if (index >= regionCount)
                throw new InvalidDataException();
            members[i] = new Region(index);
        }

        return new Bloc(code, name, Frozen(members)) { Lost = isMerged ? bytes.Texts() : [] };
    }

    private static ImmutableArray<T> Frozen<T>(T[] items) => ImmutableCollectionsMarshal.AsImmutableArray(items);
}
