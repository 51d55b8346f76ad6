using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Reads the block <c>priors</c>: a distribution for each value that is not known.</summary>
internal static class PriorReader
{
    private const string Forms = "expected uniform(low, high), lognormal(median, sigma), normal(mean, sd) or triangular(low, mode, high), with `scale` before it to multiply";
    private static readonly string[] Names = ["uniform", "lognormal", "normal", "triangular"];

    private const string Assumed = "assumed";

    /// <summary>Where the block says <c>assumed: drawn</c>; null where it does not.</summary>
    public static Place? AskedForAssumed(Fields parent, ReaderState reading)
    {
        if (Entries(parent).FirstOrDefault(entry => entry.Key == Assumed) is not { } entry)
            return null;
        if (entry.Value is not YamlScalar { Text: "drawn" })
            reading.Problems.Add(entry.Value.Place, $"`{Assumed}` is {entry.Value.Description}, expected `drawn`", "write `assumed: drawn`, so that sizes without a source are drawn too, or leave it out");
        return entry.KeyPlace;
    }

    public static ImmutableArray<Prior> Read(Fields parent, ReaderState reading)
    {
        var priors = ImmutableArray.CreateBuilder<Prior>();
        foreach (var entry in Entries(parent))
        {
            if (entry.Key == Assumed)
                continue;
            if (ReadPrior(entry, reading) is { } prior)
                priors.Add(prior);
        }

        return priors.ToImmutable();
    }

    private static IEnumerable<YamlEntry> Entries(Fields parent) =>
        parent.Block("priors", "`priors`", "over-compliance.risk: lognormal(0.05, 0.5)")?.Entries ?? [];

    private static Prior? ReadPrior(YamlEntry entry, ReaderState reading)
    {
        if (entry.Value is not YamlScalar scalar)
        {
            reading.Problems.Add(entry.Value.Place, $"the prior `{entry.Key}` is {entry.Value.Description}, expected a distribution", Forms);
            return null;
        }

        var text = scalar.Text.Trim();
        var isScale = text.StartsWith("scale ", StringComparison.Ordinal);
        if (isScale)
            text = text[6..].Trim();
        var open = text.IndexOf('(');
        if (open < 0 || !text.EndsWith(')'))
        {
            reading.Problems.Add(scalar.Place, $"the prior `{entry.Key}` is {scalar.Description}, which is not a distribution", Forms + "; inside { } put it in quotes");
            return null;
        }

        var name = text[..open].Trim();
        if (Array.IndexOf(Names, name) < 0)
        {
            reading.Problems.Add(scalar.Place, $"unknown distribution `{name}`", NearestName.Hint(name, Names));
            return null;
        }

        var parameters = text[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
        var values = Values(parameters);
        if (values is null || Make(name, values) is not { } distribution)
        {
            reading.Problems.Add(scalar.Place, $"the prior `{entry.Key}` is {scalar.Description}, expected {Rule(name)}");
            return null;
        }

        // The spread of a lognormal is that of a logarithm, which has no unit.
        var withUnit = name == "lognormal" ? parameters[..1] : parameters;
        var inPercent = withUnit.Count(IsPercent);
        if (inPercent == 0 && !parameters.Any(IsPercent))
            return new Prior(entry.Key, distribution, isScale, entry.KeyPlace);
        if (inPercent < withUnit.Length || (name == "lognormal" && IsPercent(parameters[1])))
            reading.Problems.Add(scalar.Place, $"the prior `{entry.Key}` is {scalar.Description}: some of its values are percentages and some are not", "write all of them with `%`, such as uniform(10 %, 30 %), or none; the sigma of a lognormal is a number");
        return new Prior(entry.Key, distribution, isScale, entry.KeyPlace) { InPercent = true };
    }

    private static bool IsPercent(string text) => text.EndsWith('%');

    private static double[]? Values(string[] parameters)
    {
        var values = new double[parameters.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!Quantities.TryPercentage(parameters[i], out values[i]) && !Quantities.TryNumber(parameters[i], out values[i]))
                return null;
        }

        return values;
    }

    private static Distribution? Make(string name, double[] parameters) => (name, parameters) switch
    {
        ("uniform", [var low, var high]) when low < high => new Uniform(low, high),
        ("lognormal", [> 0 and var median, > 0 and var sigma]) => new Lognormal(median, sigma),
        ("normal", [var mean, > 0 and var deviation]) => new Normal(mean, deviation),
        ("triangular", [var low, var mode, var high]) when low <= mode && mode <= high && low < high => new Triangular(low, mode, high),
        _ => null,
    };

    private static string Rule(string name) => name switch
    {
        "uniform" => "uniform(low, high) with low below high",
        "lognormal" => "lognormal(median, sigma), both above 0",
        "normal" => "normal(mean, sd) with sd above 0",
        _ => "triangular(low, mode, high) in ascending order",
    };
}
