using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>Says on standard error how names were read and what covers less than it says, whatever the form of the answer.</summary>
internal static class NameNotes
{
    public static void Tell(string sentence) => Console.Error.WriteLine(sentence);

    public static void Print(CaseAnswer answer) => Print(NameGrounds.Of(answer));

    public static void Print(BoundCase bound) => Print(NameGrounds.Of(bound));

    public static void Print(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
            Tell(sentence);
    }
}
