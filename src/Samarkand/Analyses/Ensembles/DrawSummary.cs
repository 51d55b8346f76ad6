using System.Runtime.InteropServices;
using System.Text;
using Samarkand.Core;

namespace Samarkand.Analyses.Ensembles;

/// <summary>
/// What many draws say without the draws: a sketch of each measure, how many failed, and of the first draws what was drawn and a few measures.
/// It is the same, byte by byte, in whatever order and in whatever parts the draws come.
/// </summary>
internal sealed class DrawSummary
{
    /// <summary>Of how many draws, the first ones, a few numbers are kept as they are.</summary>
    public const int MostKept = 100_000;

    private readonly double[] _central;
    private readonly int[] _kept;
    private readonly int _priors;
    private readonly ValueSketch[] _sketches;
    private readonly List<DrawBlock> _first = [];

    /// <param name="central">The measures at the case's own values.</param>
    /// <param name="kept">The measures that are kept of the first draws.</param>
    /// <param name="priors">How many priors there are.</param>
    public DrawSummary(double[] central, int[] kept, int priors) =>
        (_central, _kept, _priors, _sketches) = (central, kept, priors, Array.ConvertAll(central, value => new ValueSketch(value)));

    /// <summary>How many draws there are.</summary>
    public int Draws { get; private set; }

    /// <summary>How many of them have no equilibrium.</summary>
    public int Failed { get; private set; }

    /// <summary>The largest residual of the others; NaN where there are none.</summary>
    public double LargestResidual { get; private set; } = double.NaN;

    /// <summary>The first draws, with the measures that are kept alone, in order.</summary>
    public IEnumerable<DrawBlock> First => _first.OrderBy(block => block.First);

    /// <summary>The band of each measure.</summary>
    public MeasureBand[] Bands()
    {
        var bands = new MeasureBand[_sketches.Length];
        InParallel.For(bands.Length, default, m =>
        {
            var sketch = _sketches[m];
            var at = sketch.At(0.05, 0.25, 0.5, 0.75, 0.95);
            bands[m] = new MeasureBand(sketch.Mean, sketch.StandardError, at[0], at[1], at[2], at[3], at[4], (int)sketch.Count);
        });
        return bands;
    }

    /// <summary>Takes draws.</summary>
    public void Add(DrawBlock block)
    {
        InParallel.For(_sketches.Length, default, m =>
        {
            foreach (var value in block.Values[m])
                _sketches[m].Add(value);
        });
        Count(block.Count, block.Reasons.Count(reason => reason.Length > 0), block.Residuals.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max());
        var kept = Math.Clamp(MostKept - block.First, 0, block.Count);
        if (kept > 0)
            _first.Add(new DrawBlock(block.First, Cut(block.Priors), Cut([.. _kept.Select(m => block.Values[m])]), block.Residuals[..kept], block.Reasons[..kept]));

        double[][] Cut(double[][] columns) => Array.ConvertAll(columns, column => column[..kept]);
    }

    /// <summary>Writes it.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write7BitEncodedInt(_sketches.Length);
        writer.Write7BitEncodedInt(Draws);
        writer.Write7BitEncodedInt(Failed);
        writer.Write(LargestResidual);
        Gather();
        writer.Write7BitEncodedInt(_first.Count);
        foreach (var run in _first)
            Write(writer, run);
        foreach (var sketch in _sketches)
            sketch.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Takes what was written of others.</summary>
    /// <exception cref="InvalidDataException">It is none, or of other measures.</exception>
    public void Add(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.Read7BitEncodedInt() != _sketches.Length)
            throw new InvalidDataException("it holds other measures");
        Count(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadDouble());
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            _first.Add(Read(reader));
        foreach (var sketch in _sketches)
            sketch.AddFrom(reader);
    }

    private void Count(int draws, int failed, double residual)
    {
        (Draws, Failed) = (Draws + draws, Failed + failed);
        if (!(residual <= LargestResidual))
            LargestResidual = double.IsNaN(residual) ? LargestResidual : residual;
    }

    // Draws with neighbouring numbers stand together, whatever they came with.
    private void Gather()
    {
        var runs = new List<List<DrawBlock>>();
        foreach (var block in First)
        {
            if (runs.Count == 0 || runs[^1][^1] is var last && last.First + last.Count != block.First)
                runs.Add([]);
            runs[^1].Add(block);
        }

        var joined = runs.ConvertAll(Joined);
        _first.Clear();
        _first.AddRange(joined);
    }

    private static DrawBlock Joined(List<DrawBlock> run) => run.Count == 1 ? run[0] : new DrawBlock(
        run[0].First,
        Joined(run, block => block.Priors),
        Joined(run, block => block.Values),
        [.. run.SelectMany(block => block.Residuals)],
        [.. run.SelectMany(block => block.Reasons)]);

    private static double[][] Joined(List<DrawBlock> run, Func<DrawBlock, double[][]> columns) =>
        [.. columns(run[0]).Select((_, c) => run.SelectMany(block => columns(block)[c]).ToArray())];

    private static void Write(BinaryWriter writer, DrawBlock run)
    {
        writer.Write7BitEncodedInt(run.First);
        writer.Write7BitEncodedInt(run.Count);
        foreach (var reason in run.Reasons)
            writer.Write(reason);
        foreach (var column in (double[][])[run.Residuals, .. run.Priors, .. run.Values])
            writer.Write(MemoryMarshal.AsBytes(column.AsSpan()));
    }

    private DrawBlock Read(BinaryReader reader)
    {
        var (first, count) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        if (first < 0 || count is < 0 or > MostKept)
            throw new InvalidDataException("it holds draws out of range");
        var block = new DrawBlock(first, Columns(_priors), Columns(_kept.Length), new double[count], new string[count]);
        for (var draw = 0; draw < count; draw++)
            block.Reasons[draw] = reader.ReadString();
        foreach (var column in (double[][])[block.Residuals, .. block.Priors, .. block.Values])
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return block;

        double[][] Columns(int columns) => [.. Enumerable.Range(0, columns).Select(_ => new double[count])];
    }
}
