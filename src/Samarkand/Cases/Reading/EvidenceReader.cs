using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Reads the block <c>evidence</c>, and checks the names by which assumptions refer to it.</summary>
internal static class EvidenceReader
{
    public static ImmutableArray<EvidenceEntry> Entries(Fields parent, ReaderState reading)
    {
        const string Form = "{ source: \"title, publisher, date\", quote: \"the passage, word for word\" }";
        var entries = ImmutableArray.CreateBuilder<EvidenceEntry>();
        if (parent.Find("evidence") is not { } node || Fields.Of(node, "`evidence`", reading, "name: " + Form) is not { } block)
            return [];
        foreach (var entry in block.Entries)
        {
            // An entry with mistakes still defines its name, so that its uses are not reported too.
            var fields = Fields.Of(entry.Value, $"the evidence `{entry.Key}`", reading, Form);
            var source = fields?.Text("source", "title, publisher, date") ?? "";
            var quote = fields?.Text("quote", "the passage, word for word") ?? "";
            entries.Add(new EvidenceEntry(entry.Key, source, quote, fields?.Text("file"), entry.KeyPlace));
            fields?.Close();
        }

        return entries.ToImmutable();
    }

    /// <summary>Reports the names that are not defined.</summary>
    /// <returns>A note for each entry that nothing rests on.</returns>
    public static ImmutableArray<InputProblem> CheckUses(ImmutableArray<EvidenceEntry> entries, ReaderState reading)
    {
        var names = new string[entries.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = entries[i].Name;
        var used = new bool[names.Length];
        foreach (var use in reading.EvidenceUsed)
        {
            var index = Array.IndexOf(names, use.Text);
            if (index >= 0)
                used[index] = true;
            else
                reading.Problems.Add(use.Place, $"the evidence `{use.Text}` is not defined", NearestName.Hint(use.Text, names) ?? "add it to the block `evidence`");
        }

        var notes = ImmutableArray.CreateBuilder<InputProblem>();
        for (var i = 0; i < names.Length; i++)
        {
            var place = entries[i].Place;
            if (!used[i])
                notes.Add(new InputProblem(place.Source, place.Line, place.Column, $"nothing rests on the evidence `{names[i]}`", "name it where it belongs, or remove it"));
        }

        return notes.ToImmutable();
    }
}
