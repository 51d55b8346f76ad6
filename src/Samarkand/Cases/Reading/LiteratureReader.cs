using System.Collections.Immutable;

namespace Samarkand.Cases.Reading;

/// <summary>Reads the list <c>literature</c>: what publications find for the shock of the case.</summary>
internal static class LiteratureReader
{
    private const string Form = "{ of: DEU, percent: -0.3, source: \"Who and when\" }";

    public static ImmutableArray<PublishedFigure> Read(Fields parent, ReaderState reading)
    {
        var figures = ImmutableArray.CreateBuilder<PublishedFigure>();
        foreach (var item in parent.Items("literature") ?? [])
        {
            if (Fields.Of(item, "a published figure", reading, Form) is not { } fields)
                continue;
            if (!fields.Has("of"))
                fields.Refuse("a published figure needs `of`: whose it is", $"write it like {Form}");
            var (of, over) = (fields.Regions("of"), fields.Regions("over"));
            var (percent, low, high) = (fields.Number("percent", NumberRange.Any), fields.Number("from", NumberRange.Any), fields.Number("to", NumberRange.Any));
            var times = fields.Number("times", NumberRange.AboveZero);
            if (Range(percent ?? times, low, high) is not { } range || percent is not null && times is not null || times is null != over.IsEmpty)
                fields.Refuse("a published figure is `percent`, or `from` and `to`, from the lower to the higher, or `times` with `over`", $"write it like {Form}");
            else
                figures.Add(new PublishedFigure(of, over, range.Low, range.High, fields.Text("source", "\"Who and when\"") ?? "", fields.Text("what")));
            fields.Close();
        }

        return figures.ToImmutable();
    }

    private static (double Low, double High)? Range(double? one, double? low, double? high) => (one, low, high) switch
    {
        ({ } figure, null, null) => (figure, figure),
        (null, { } from, { } to) when from <= to => (from, to),
        _ => null,
    };
}
