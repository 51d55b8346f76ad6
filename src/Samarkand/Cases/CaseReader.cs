using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Cases;

/// <summary>Reads a case from its tree.</summary>
internal static class CaseReader
{
    private static readonly string[] Horizons = ["short", "medium", "long"];
    private static readonly string[] InputForms = ["cobb-douglas", "nested"];
    private static readonly string[] OriginForms = ["one-tier", "two-tier"];
    private static readonly string[] Adjustments = ["uniform", "by-sector"];
    private static readonly string[] GasForms = ["bilateral", "pooled"];
    private static readonly string[] Closures = ["fixed", "proportional", "closed", "unfinanced", "unspent"];

    /// <summary>Reads a case from a tree that is parsed and edited.</summary>
    public static Case? OfTree(YamlNode? root, string source, ReaderState reading) =>
        root is not null && Fields.Of(root, "a case", reading, "`title: ...` on one line, `target: RUS` on the next") is { } fields
            ? ReadCase(fields, source, reading)
            : null;

    private static Case ReadCase(Fields fields, string source, ReaderState reading)
    {
        var rules = new RuleReader(reading);
        reading.AsOf = fields.Date("as-of");
        var evidence = EvidenceReader.Entries(fields, reading);
        var defaultStance = (Stance)(fields.Choice("default-stance", Stances.Names) ?? (int)Stance.Neutral);
        var target = fields.Region("target", "RUS") ?? new RegionName("", false, fields.Place);
        var question = ReadQuestion(fields, reading);
        var secondary = rules.Triggered(fields, "secondary", [Stance.Conduit, Stance.Rescue]);
        var result = new Case
        {
            Source = source,
            Title = fields.Text("title", "Who pays?") ?? "",
            Description = fields.Text("description"),
            AsOf = reading.AsOf,
            World = fields.Text("world") ?? Case.DefaultWorld,
            WorldPlace = fields.Entries.FirstOrDefault(entry => entry.Key == "world")?.Value.Place,
            Horizon = (Horizon)(fields.Choice("horizon", Horizons) ?? (int)Horizon.Medium),
            Closure = (Closure)(fields.Choice("closure", Closures) ?? (int)Closure.Fixed),
            Inputs = (InputForm)(fields.Choice("inputs", InputForms) ?? (int)InputForm.CobbDouglas),
            Adjustment = (Adjustment)(fields.Choice("adjustment", Adjustments) ?? (int)Adjustment.Uniform),
            Origins = (OriginForm)(fields.Choice("origins", OriginForms) ?? (int)OriginForm.OneTier),
            Gas = (GasForm?)fields.Choice("gas", GasForms),
            GasPool = rules.GasPool(fields),
            Question = question,
            Target = target,
            Coalition = fields.Regions("coalition"),
            Package = InstrumentReader.Package(fields, "package", "package", reading, isRequired: true),
            MayVanish = fields.Sectors("may-vanish"),
            OverCompliance = rules.OverCompliance(fields),
            Secondary = secondary,
            CoalitionFirst = rules.CoalitionFirst(fields, secondary),
            Retaliation = rules.Triggered(fields, "retaliation", [Stance.Join, Stance.Comply]),
            Elasticities = ElasticityReader.Read(fields, reading),
            Routes = rules.Routes(fields),
            OtherBuyers = rules.OtherBuyers(fields),
            DefaultStance = defaultStance,
            Players = new PlayerReader(reading, defaultStance).Read(fields, question?.Rescuer is not null),
            Guarantees = rules.Guarantees(fields),
            Commitments = rules.Commitments(fields),
            Revenue = rules.Revenue(fields),
            Priors = PriorReader.Read(fields, reading),
            AssumedSizesPlace = PriorReader.AskedForAssumed(fields, reading),
            Expected = ReadExpected(fields, reading),
            Literature = LiteratureReader.Read(fields, reading),
            Evidence = evidence,
        };
        fields.Close();
        foreach (var member in result.Coalition)
        {
            if (member.Text == target.Text)
                reading.Problems.Add(member.Place, $"{member.Text} is the target and in the coalition", "remove it from one of them");
        }

        if (result.GasPool is { } pool && !result.PoolsGas)
            reading.Problems.Add(pool.Place, "`gas-pool` has sizes of a pool, and this case has none", "add `gas: pooled`, or remove it");
        foreach (var younger in result.Package.Where(instrument => instrument.Head.FromDate > result.AsOf))
            reading.Problems.Add(younger.Head.Place, string.Create(CultureInfo.InvariantCulture, $"{younger.Label} starts on {younger.Head.FromDate:yyyy-MM-dd}, after the day on which the case stands, {result.AsOf:yyyy-MM-dd}"), "remove it, or move `as-of`");
        if (result.AssumedSizesPlace is { } asked && reading.Problems.IsEmpty)
            result = result with { Priors = [.. result.Priors, .. AssumedSizes.Of(result, asked)] };
        return result with { Notes = EvidenceReader.CheckUses(evidence, reading) };
    }

    private static Question? ReadQuestion(Fields parent, ReaderState reading)
    {
        if (parent.Find("question") is not { } node)
            return null;
        if (node is YamlScalar words)
            return new Question(words.Text.Trim(), null, null);
        if (Fields.Of(node, "a question", reading, "{ rescuer: CHN, target: RUS }") is not { } fields)
            return null;
        var question = new Question(fields.Text("text"), fields.Region("rescuer", "CHN"), fields.Region("target"));
        fields.Close();
        return question;
    }

    private static ImmutableArray<ExpectedEffect> ReadExpected(Fields parent, ReaderState reading)
    {
        const string Form = "{ RUS: { real_income_pct: -3.1 } }";
        if (parent.Block("expected", "`expected`", Form) is not { } block)
            return [];
        var effects = ImmutableArray.CreateBuilder<ExpectedEffect>();
        var tolerance = block.Number("tolerance", NumberRange.AboveZero) ?? ExpectedEffect.DefaultTolerance;
        foreach (var entry in block.Entries)
        {
            if (entry.Key == "tolerance" || Fields.Of(entry.Value, $"what is expected of {entry.Key}", reading, Form) is not { } fields)
                continue;
            var percent = fields.Number("real_income_pct", NumberRange.Any, "-3.1") ?? 0;
            effects.Add(new ExpectedEffect(Fields.RegionKey(entry), percent, fields.Number("tolerance", NumberRange.AboveZero) ?? tolerance));
            fields.Close();
        }

        return effects.ToImmutable();
    }
}
