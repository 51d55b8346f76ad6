using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>The rows of a table, one at a time, with the place of each field for messages.</summary>
internal abstract class TableRows(string file, TableHeader header, ProblemList problems) : IDisposable
{
    public string File { get; } = file;

    /// <summary>The line of the current row, from 1.</summary>
    public int Line { get; protected set; }

    /// <summary>False where the header cannot be used; then there are no rows.</summary>
    public abstract bool IsUsable { get; }

    protected TableHeader Header { get; } = header;

    protected ProblemList Problems { get; } = problems;

    /// <summary>Moves to the next row that has all its fields; reports the others.</summary>
    public abstract bool Read();

    /// <summary>The first line whose number has a decimal comma; 0 where none has.</summary>
    public virtual int DecimalCommaLine => 0;

    public abstract bool Has(int column);

    public abstract string Text(int column);

    /// <summary>Whether a field that may be left out is.</summary>
    public abstract bool IsEmpty(int column);

    public abstract void Dispose();

    /// <summary>The number in a field; reports one that is not a finite number.</summary>
    public abstract bool Number(int column, out double value);

    /// <summary>Reports a problem with a field of the current row.</summary>
    public void Report(int column, string message, string? hint = null) =>
        Problems.Add(File, Line, PositionOf(column), $"{Header.Names[column]}: {message}", hint);

    /// <summary>Where a field of the current row starts in its line, from 1; 0 where that has no meaning.</summary>
    public abstract int PositionOf(int column);
}
