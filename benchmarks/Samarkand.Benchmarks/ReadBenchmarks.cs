using System.Text;
using BenchmarkDotNet.Attributes;
using Samarkand.Documents.Grammar;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Benchmarks;

/// <summary>
/// The claims of a hundred pages of plain text, 3,000 characters each, by the grammar alone, on one core. The pages repeat a made-up press release, in
/// which every second sentence holds a claim: more than documents do.
/// </summary>
public class ReadBenchmarks
{
    private const int Pages = 100;
    private const int PageLength = 3000;

    private string _text = "";

    [GlobalSetup]
    public void Prepare()
    {
        var release = File.ReadAllText(Path.Combine(Root(), "cases", "press-release.txt"));
        const string Filler = "The ministers met for two days in a hotel near the airport, and nobody who was there wanted to speak about it afterwards.\n\n";
        var text = new StringBuilder();
        while (text.Length < Pages * PageLength)
            text.Append(release).Append('\n').Append(Filler).Append(Filler).Append(Filler);
        _text = text.ToString(0, Pages * PageLength);
        _ = Lexicon.English;
    }

    [Benchmark(OperationsPerInvoke = Pages)]
    public int Page() => ClaimReader.Read(_text, Lexicon.English).Count;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Samarkand.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
