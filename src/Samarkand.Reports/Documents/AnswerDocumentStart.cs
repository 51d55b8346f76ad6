using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>What every document begins with: case, world, horizon, what it is compared with, its tables and their certificate.</summary>
internal static class AnswerDocumentStart
{
    public static AnswerDocument Of(string command, CaseAnswer answer, IEnumerable<Table> tables, CertificateDocument certificate) =>
        Of(command, answer.Case, tables, certificate) with
        {
            Horizon = Word(answer.Horizon),
            ComparedWith = answer.Other is { } other ? new ComparedCase(other.Case.Title, other.Case.Source, other.Case.Period?.Name) : null,
        };

    public static AnswerDocument Of(string command, BoundCase bound, IEnumerable<Table> tables, CertificateDocument certificate) => new()
    {
        Command = command,
        Title = bound.Title,
        Question = bound.Question?.Text,
        Case = Head(bound),
        World = Head(bound.World),
        Horizon = Word(bound.Horizon),
        Closure = Word(bound.Closure),
        Tables = [.. tables.Select(table => new TableDocument(table))],
        Certificate = certificate,
        Notes = [.. NotUsed(bound)],
        LeftOut = bound.LeftOut,
        Grounds = [.. SizeGrounds.Line(bound)],
    };

    public static CaseHead Head(BoundCase bound) =>
        new(bound.Title, bound.Source, bound.World.Code(bound.Target), [.. bound.Coalition.Select(member => bound.World.Code(member))], bound.Period?.Name)
        {
            Instruments = [.. bound.Instruments.Select(one => new InstrumentHead(one.Instrument.Head.Path, one.Instrument.Kind, one.Instrument.Head.Name, InstrumentText.Of(one, new Cast(bound))))],
        };

    public static WorldHead Head(World world) => new(world.About.Name, world.About.Title, world.About.Year);

    /// <summary>What the case holds and this version does not use, a sentence each.</summary>
    public static IEnumerable<string> NotUsed(BoundCase bound) => bound.NotUsedYet.Select(unused => $"Not used: {unused}");

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
