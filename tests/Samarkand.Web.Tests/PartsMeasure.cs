using System.Diagnostics;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Web.Controls;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Tests;

public sealed class PartsMeasure
{
    [Fact]
    public void Parts()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("SAMARKAND_MEASURE") is null, "x");
        var worlds = new OpenWorlds();
        var kept = new KeptSolvers();
        var names = new[] { "read", "open", "solve", "live", "controls", "doc", "json" };
        var times = names.Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < 400; i++)
        {
            var text = Server.Flagship + $"\n# {i}\n";
            var at = Stopwatch.GetTimestamp();
            var k = 0;
            void Lap() { var now = Stopwatch.GetTimestamp(); times[k++].Add(1000.0 * (now - at) / Stopwatch.Frequency); at = now; }
            var source = CaseSource.FromText(text, "case", Path.GetTempPath());
            _ = source.Case; Lap();
            var bound = new PostedCase(source).Open(worlds); Lap();
            var answer = kept.Solve(bound, TestContext.Current.CancellationToken); Lap();
            var report = new HtmlReport(answer, new Table("horizons", "", []), text, []);
            using var stream = new MemoryStream();
            DocumentWriter.Write(LiveReport.Quick(report), stream); Lap();
            _ = ControlsOfCase.Of(source, bound); Lap();
            var doc = CaseDocuments.Effects(new CaseTables(answer, []), null); Lap();
            DocumentWriter.WriteByName(doc, stream); Lap();
        }
        foreach (var (name, list) in names.Zip(times))
        {
            var s = list.Skip(200).Order().ToArray();
            TestContext.Current.TestOutputHelper!.WriteLine($"{name}: median {s[s.Length / 2]:0.00} p95 {s[(int)(s.Length * 0.95)]:0.00} ms");
        }
    }
}
