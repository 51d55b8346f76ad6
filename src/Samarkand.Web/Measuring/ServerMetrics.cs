using System.Diagnostics;
using System.Diagnostics.Metrics;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Web.Measuring;

/// <summary>What the server counts beside what ASP.NET Core counts of requests, in OpenTelemetry's form: durations in seconds, names with dots.</summary>
internal sealed class ServerMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string Meter = "Samarkand.Web";

    private readonly Histogram<double> _solves;
    private readonly Histogram<double> _jobs;
    private readonly Counter<long> _answers;

    public ServerMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(Meter);
        _solves = meter.CreateHistogram<double>("samarkand.solve.duration", "s", "How long a case took to be solved.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20] });
        _answers = meter.CreateCounter<long>("samarkand.answers", "{answer}", "Answers of the API by where they come from: kept from before, or solved.");
        _jobs = meter.CreateHistogram<double>("samarkand.job.duration", "s", "How long an analysis ran.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500] });
    }

    /// <summary>Counts an answer of the API: kept from before, or to be solved.</summary>
    public void Answered(bool isKept) => _answers.Add(1, new KeyValuePair<string, object?>("origin", isKept ? "kept" : "solved"));

    /// <summary>Times a solve, and tells what came of it.</summary>
    public T Solve<T>(Func<T> work)
    {
        var (begun, outcome) = (Stopwatch.GetTimestamp(), "error");
        try
        {
            var result = work();
            outcome = "answered";
            return result;
        }
        catch (Exception failure)
        {
            outcome = Of(failure);
            throw;
        }
        finally
        {
            _solves.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    /// <summary>Tells how long a job ran, and how it ended.</summary>
    public void JobEnded(TimeSpan duration, string state) => _jobs.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("state", state));

    private static string Of(Exception failure) => failure switch
    {
        NoEquilibriumException => "no-equilibrium",
        OperationCanceledException => "cancelled",
        InputException => "refused",
        _ => "error",
    };
}
