using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Files;
using Samarkand.Documents.Reading;
using Samarkand.Documents.Tests.Annotated;
using Samarkand.Effects;
using Samarkand.Tests.Worlds;

namespace Samarkand.Documents.Tests.Drafts;

/// <summary>The draft of each of the annotated documents reads, binds and answers, or says that the world does not hold whom the measures fall on.</summary>
public class FreshDraftTests
{
    // The world holds neither Qatar nor Venezuela apart.
    private static readonly Dictionary<string, string> Absent = new() { ["gulf-crisis.txt"] = "Qatar", ["state-readout.txt"] = "Venezuela" };

    public static TheoryData<string, string> Documents
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var half in (string[])["development", "final"])
            {
                foreach (var document in FreshDocument.Half(half))
                    data.Add(half, document.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_draft_of_a_document_answers(string half, string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[name], FreshDocument.Half(half).Single(document => document.Name == name).Text);
        var reading = DocumentReading.Of([DocumentFiles.FromFile(folder[name])]);
        if (Absent.TryGetValue(name, out var absent))
        {
            Assert.Contains(absent, Assert.Throws<InputException>(() => CaseDrafting.Draft(reading, folder["case.yaml"])).Message, StringComparison.Ordinal);
            return;
        }

        var drafted = CaseDrafting.Draft(reading, folder["case.yaml"]);
        File.WriteAllText(folder["case.yaml"], drafted.Text);
        var bound = CaseSource.FromFile(folder["case.yaml"]).Open();
        var answer = CaseAnswer.Solve(bound, cancellation: TestContext.Current.CancellationToken);

        Assert.True(double.IsFinite(answer.Effects.Regions[bound.Target.Index].RealIncomePct));
        Assert.All(reading.Claims, claim => Assert.True(drafted.PlaceOf(claim) is not null ^ drafted.LeftOut.Any(one => one.Claim == claim)));
    }
}
