using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Cases.Reading;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Web.Controls;

/// <summary>Makes the controls of a case.</summary>
internal static class ControlsOfCase
{
    private static readonly string[] NotSizes = ["kind", "name", "bundle", "law", "from", "to", "sectors", "both", "common-list", "from-date", "until-date", "evidence", "paid-by"];
    private static readonly ImmutableArray<string> AllStances = [.. Enum.GetValues<Stance>().Select(AnswerDocumentStart.Word)];

    public static CaseControls Of(CaseSource source, BoundCase bound)
    {
        var (read, text) = (source.Case, new CaseText(source.Text, source.Tree.Root));
        return new CaseControls
        {
            Choices =
            [
                Choice(text, "horizon", "How long firms have had to adapt", AnswerDocumentStart.Word(read.Horizon), ["short", "medium", "long"]),
                Choice(text, "closure", "Trade deficits", AnswerDocumentStart.Word(read.Closure), ["fixed", "proportional", "closed"]),
                Choice(text, "default-stance", "Every other state", AnswerDocumentStart.Word(read.DefaultStance), AllStances),
            ],
            Coalition = [.. Members(text, bound.World)],
            Instruments = [.. Instruments(read).Select(instrument => Instrument(text, instrument, bound))],
            Stances = [.. Stances(text, read, bound.World)],
        };
    }

    private static IEnumerable<Instrument> Instruments(Case read) => read.OverCompliance is { } fear ? CaseDates.Instruments(read).Append(fear) : CaseDates.Instruments(read);

    private static ChoiceControl Choice(CaseText text, string path, string label, string value, ImmutableArray<string> options) => new(path, label, value, options, text.Span(text.Find(path)));

    private static IEnumerable<MemberControl> Members(CaseText text, World world)
    {
        foreach (var item in (text.Find("coalition") as YamlList)?.Items ?? [])
        {
            if (text.Span(item) is { } span)
            {
                var code = ((YamlScalar)item).Text;
                yield return new MemberControl(code, world.Find(code.TrimEnd('?')) is { } region ? world.Name(region) : code.TrimEnd('?'), span);
            }
        }
    }

    private static IEnumerable<ChoiceControl> Stances(CaseText text, Case read, World world)
    {
        for (var i = 0; i < read.Players.Length; i++)
        {
            var (player, path) = (read.Players[i], FormattableString.Invariant($"players.{i}.stance"));
            if (text.Span(text.Find(path)) is { } span && world.Find(player.Region.Text) is { } region)
                yield return new ChoiceControl(path, world.Name(region), AnswerDocumentStart.Word(player.Stance), player.ListsStances ? [.. player.Stances.Select(AnswerDocumentStart.Word)] : AllStances, span);
        }
    }

    private static InstrumentControl Instrument(CaseText text, Instrument instrument, BoundCase bound)
    {
        var (people, path, node) = (new Cast(bound), instrument.Head.Path, text.Find(instrument.Head.Path));
        var acting = bound.Instruments.FirstOrDefault(one => one.Instrument.Head.Path == path);
        return new InstrumentControl(
            path,
            instrument.Kind,
            instrument.Head.Name,
            acting is null ? $"{InstrumentText.SizeAndSectors(instrument, people)}; it does not act at these stances." : InstrumentText.Of(acting, people),
            acting is not null,
            node is null ? null : text.Lines(node, isItem: path.Contains('.')))
        {
            Numbers = [.. Numbers(text, path, node as YamlMap, instrument)],
            Evidence = [.. instrument.Head.Evidence.Select(name => bound.Case.Evidence.First(entry => entry.Name == name.Text)).Select(entry => new Quote(entry.Source, entry.Quote))],
        };
    }

    private static IEnumerable<NumberControl> Numbers(CaseText text, string path, YamlMap? map, Instrument instrument)
    {
        foreach (var entry in map?.Entries ?? [])
        {
            if (NotSizes.Contains(entry.Key) || text.Span(entry.Value) is not { } span || entry.Value is not YamlScalar scalar)
                continue;
            // A coverage that a list gives is moved as the number that it is.
            if (instrument is Ban { Listed: not null, Coverage: var listed } && entry.Key == "coverage")
            {
                var (lowest, highest, width) = NumberRanges.Of(entry.Key, listed, "");
                yield return new NumberControl($"{path}.{entry.Key}", SizeNames.Of(entry.Key), "", listed, lowest, highest, width, span);
                continue;
            }

            var (number, unit) = Quantities.Split(scalar.Text);
            if (number.Length == 0 || !scalar.Text.StartsWith(number, StringComparison.Ordinal) || !Quantities.TryNumber(number, out var value))
                continue;
            var (least, most, step) = NumberRanges.Of(entry.Key, value, unit);
            yield return new NumberControl($"{path}.{entry.Key}", SizeNames.Of(entry.Key), unit, value, least, most, step, span with { End = span.Start + number.Length });
        }
    }
}
