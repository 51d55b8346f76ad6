using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Web.Api;
using Samarkand.Web.Controls;
using Samarkand.Web.Solving;
using Samarkand.Worlds;

namespace Samarkand.Timings;

/// <summary>Where the processor's time of a warm answer goes, step by step in one thread, and what single blocks of the case add.</summary>
internal static class PartTimes
{
    private const int Warm = 60;
    private const int Counted = 150;

    public static void Print()
    {
        var worlds = new OpenWorlds();
        foreach (var (what, change) in new (string, Func<string, string>)[]
        {
            ("the flagship", text => text),
            ("without its ways back", text => text.Replace(", back: [coa, cru, ref]", "", StringComparison.Ordinal)),
            ("without any ways", text => Without(text, "routes:")),
        })
        {
            Print(what, worlds, change);
        }
    }

    private static void Print(string what, OpenWorlds worlds, Func<string, string> change)
    {
        var texts = Enumerable.Range(0, Warm + Counted).Select(i => change(RunningServer.Case(i))).ToArray();
        var sources = new PostedCase[texts.Length];
        var bound = new BoundCase[texts.Length];
        var answers = new CaseAnswer[texts.Length];
        var equilibria = new Equilibrium[texts.Length];
        var documents = new AnswerDocument[texts.Length];
        var kept = new KeptSolvers();
        Console.WriteLine($"{what}, ms of a processor each:");
        Time("read", i => _ = (sources[i] = PostedCase.Of(texts[i])).Source.Case);
        Time("look up names", i => bound[i] = sources[i].Open(worlds, i == 0 ? null : bound[i - 1]));
        Time("solve, with flows and effects", i => answers[i] = kept.Solve(bound[i]));
        var solver = Solver.For(bound[0].BaselineAt(bound[0].Horizon));
        Time("  of it the equilibrium", i => equilibria[i] = solver.Solve(bound[i].Shock, bound[i].Closure, CaseAnswer.Tolerance));
        Time("  of it the flows", i => solver.Flows(equilibria[i]));
        Time("document", i => documents[i] = CaseDocuments.Effects(new CaseTables(answers[i], []), null) with { Names = [.. NameGrounds.Of(answers[i])] });
        Time("JSON", i => AnswerForm.Json.Write(documents[i], new MemoryStream()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  passes {equilibria.Average(one => one.Certificate.Iterations):0.0}, markets apart {equilibria[0].Shock.Detours.Length} detours"));
        var reports = new HtmlReport[texts.Length];
        Time("page: the report", i => reports[i] = new HtmlReport(answers[i], new Table(HorizonTable.Name, "", []), texts[i], []));
        var parts = new LiveReport[texts.Length];
        Time("page: the first screen", i => parts[i] = LiveReport.Quick(reports[i]));
        Time("page: its JSON", i => DocumentWriter.Write(parts[i], new MemoryStream()));
        Time("page: controls", i => ControlsOfCase.Of(sources[i].Source, bound[i]));
        var memory = new MemoryStream();
        DocumentWriter.Write(parts[0], memory);
        Console.WriteLine($"  page: {memory.Length} bytes without controls, of them {parts[0].Header.Length + parts[0].Sections.Sum(section => section.Html.Length)} characters of markup");
        var prepared = Solver.Prepare(bound[0].BaselineAt(bound[0].Horizon));
        Time("prepared", i => equilibria[i] = prepared.Solve(bound[i].Shock, bound[i].Closure));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  passes {equilibria.Average(one => one.Certificate.Iterations):0.0}"));

        void Time(string step, Action<int> work)
        {
            for (var i = 0; i < Warm; i++)
                work(i);
            var (before, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            for (var i = Warm; i < texts.Length; i++)
                work(i);
            var used = Environment.CpuUsage.TotalTime - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {step}: {used.TotalMilliseconds / Counted:0.00} ms, {(GC.GetAllocatedBytesForCurrentThread() - bytes) / Counted / 1024} KiB"));
        }
    }

    private static string Without(string text, string start) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith(start, StringComparison.Ordinal)));
}
