using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>Begins the declaration of a table.</summary>
internal static class TableDraft
{
    /// <param name="rows">What each row is made of.</param>
    /// <param name="world">The world of the study, for columns of regions and sectors.</param>
    public static TableDraft<TStudy, TRow> Of<TStudy, TRow>(Func<TStudy, IReadOnlyList<TRow>> rows, Func<TStudy, World>? world = null) => new(rows, world);
}

/// <summary>A table while it is declared, column by column.</summary>
internal sealed class TableDraft<TStudy, TRow>(Func<TStudy, IReadOnlyList<TRow>> rows, Func<TStudy, World>? world)
{
    private readonly List<(ColumnSpec Spec, Func<TStudy, IReadOnlyList<TRow>, IEnumerable<Column>> Make)> _columns = [];
    private Func<TStudy, string>? _title;

    /// <summary>A title that says what this study is about.</summary>
    public TableDraft<TStudy, TRow> Titled(Func<TStudy, string> ofStudy)
    {
        _title = ofStudy;
        return this;
    }

    public TableDraft<TStudy, TRow> Text(string column, string heading, string unit, string meaning, Func<TRow, string> value) =>
        Add(new ColumnSpec(column, heading, unit, meaning, false), (_, all) => new TextColumn(column, heading, Values(all, value)));

    /// <summary>A code of a region; empty where there is none.</summary>
    public TableDraft<TStudy, TRow> Region(string column, string heading, string meaning, Func<TRow, Region?> value) =>
        Code(column, heading, meaning, (of, row) => value(row) is { } region ? of.Code(region) : "", RegionNames);

    /// <summary>A code of a sector; empty where there is none.</summary>
    public TableDraft<TStudy, TRow> Sector(string column, string heading, string meaning, Func<TRow, Sector?> value) =>
        Code(column, heading, meaning, (of, row) => value(row) is { } sector ? of.Code(sector) : "", SectorNames);

    /// <summary>A code of a region or bloc, or a word in its place.</summary>
    public TableDraft<TStudy, TRow> RegionCode(string column, string heading, string meaning, Func<TRow, string> value) =>
        Code(column, heading, meaning, (_, row) => value(row), RegionNames);

    /// <summary>A code of a sector, or a word in its place.</summary>
    public TableDraft<TStudy, TRow> SectorCode(string column, string heading, string meaning, Func<TRow, string> value) =>
        Code(column, heading, meaning, (_, row) => value(row), SectorNames);

    public TableDraft<TStudy, TRow> Number(string column, string heading, string unit, string meaning, Func<TRow, double> value, int digits, string? format = null) =>
        Number(column, heading, unit, meaning, value, digits, _ => format);

    /// <summary>Numbers whose format for people depends on the rows.</summary>
    public TableDraft<TStudy, TRow> Number(
        string column, string heading, string unit, string meaning, Func<TRow, double> value, int digits, Func<IReadOnlyList<TRow>, string?> format) =>
        Add(new ColumnSpec(column, heading, unit, meaning, true), (_, all) =>
        {
            var made = new NumberColumn(column, heading, Values(all, value), digits);
            return format(all) is { } other ? made with { Format = other } : made;
        });

    /// <summary>Columns of which there is one for each of something in the study.</summary>
    public TableDraft<TStudy, TRow> Each(ColumnSpec family, Func<TStudy, IReadOnlyList<TRow>, IEnumerable<Column>> columns)
    {
        _columns.Add((family, columns));
        return this;
    }

    /// <summary>Leaves the last column out of the tables of other studies.</summary>
    /// <param name="holds">Whether a study's table has it.</param>
    /// <param name="where">The same in words.</param>
    public TableDraft<TStudy, TRow> Only(Func<TStudy, bool> holds, string where)
    {
        var (spec, make) = _columns[^1];
        _columns[^1] = (spec with { Where = where }, (study, all) => holds(study) ? make(study, all) : []);
        return this;
    }

    public TableShape<TStudy> Shape()
    {
        var columns = _columns.ToImmutableArray();
        return new TableShape<TStudy>(
            [.. columns.Select(column => column.Spec)],
            study =>
            {
                var all = rows(study);
                return [.. columns.SelectMany(column => column.Make(study, all).Select(made => Described(made, column.Spec)))];
            },
            _title);
    }

    private TableDraft<TStudy, TRow> Code(string column, string heading, string meaning, Func<World, TRow, string> value, Func<World, Dictionary<string, string>> names) =>
        Add(new ColumnSpec(column, heading, Units.Code, meaning, false) { HasName = true }, (study, all) =>
        {
            var of = world!(study);
            return new TextColumn(column, heading, Values(all, row => value(of, row))) { Names = names(of) };
        });

    private TableDraft<TStudy, TRow> Add(ColumnSpec spec, Func<TStudy, IReadOnlyList<TRow>, Column> make) => Each(spec, (study, all) => [make(study, all)]);

    private static Column Described(Column column, ColumnSpec spec) =>
        column.Unit.Length > 0 ? column : column with { Unit = spec.Unit, Meaning = spec.Meaning };

    private static Dictionary<string, string> RegionNames(World of) =>
        of.Regions.Select(region => (region.Code, region.Name)).Concat(of.Blocs.Select(bloc => (bloc.Code, bloc.Name))).DistinctBy(one => one.Code).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> SectorNames(World of) => of.Sectors.ToDictionary(sector => sector.Code, sector => sector.Name, StringComparer.Ordinal);

    private static T[] Values<T>(IReadOnlyList<TRow> all, Func<TRow, T> value)
    {
        var values = new T[all.Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = value(all[row]);
        return values;
    }
}
