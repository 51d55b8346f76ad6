namespace Samarkand.Import;

/// <summary>A label of one column of a long table: where it first stands, in how many rows, and beside what.</summary>
internal sealed class LabelUse(string code, string file, int line, int column, bool isDoubtful)
{
    private const int MostNegatives = 20;

    public string Code { get; } = code;

    public string File { get; } = file;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public long Rows { get; set; }

    /// <summary>Whether the code, by its name alone, may be that of a total, or of value added or taxes, instead of a sector.</summary>
    public bool IsDoubtful { get; } = isDoubtful;

    /// <summary>Of a region: whether it stands beside a sector (as origin) or a use (as destination) that is surely one.</summary>
    public bool StandsBesideSure { get; private set; }

    /// <summary>Of a region: the doubtful labels beside which it stands.</summary>
    public HashSet<string> Doubtful { get; } = new(StringComparer.Ordinal);

    /// <summary>Of a use: the first negative values in rows of sure sectors, and in rows of doubtful ones.</summary>
    public List<NegativeValue>[] Negatives { get; } = [[], []];

    public void StandsBeside(LabelUse label)
    {
        if (label.IsDoubtful)
            Doubtful.Add(label.Code);
        else
            StandsBesideSure = true;
    }

    public void AddNegative(LabelUse sector, string file, int line, int column, double value)
    {
        var list = Negatives[sector.IsDoubtful ? 1 : 0];
        if (list.Count < MostNegatives)
            list.Add(new NegativeValue(sector.Code, file, line, column, value));
    }
}

/// <summary>A value below zero and where it stands.</summary>
internal sealed record NegativeValue(string Sector, string File, int Line, int Column, double Value);
