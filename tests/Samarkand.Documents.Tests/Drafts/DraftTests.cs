using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Files;
using Samarkand.Documents.Reading;
using Samarkand.Documents.Tests.Seed;
using Samarkand.Effects;
using Samarkand.Tests.Worlds;

namespace Samarkand.Documents.Tests.Drafts;

/// <summary>A drafted case reads, binds and answers; its evidence stands in the document; and every claim has a place or a reason.</summary>
public class DraftTests
{
    private const string Release = """
        EU adopts new sanctions against Russia

        The European Union today banned exports of semiconductors to Russia. It froze 20 billion dollars of the assets of the Russian central bank.
        China will not come to Russia's rescue. Kazakhstan re-exports electronics to Russia. Turkey has refused to join the sanctions against Russia.
        The United States might ban imports of Russian uranium. India abstained. Russia halted gas exports to Finland.
        """;

    [Fact]
    public void A_draft_reads_binds_and_answers()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["release.txt"], Release);
        var reading = DocumentReading.Of([DocumentFiles.FromFile(folder["release.txt"])]);
        var drafted = CaseDrafting.Draft(reading, folder["case.yaml"]);
        File.WriteAllText(folder["case.yaml"], drafted.Text);

        var bound = CaseSource.FromFile(folder["case.yaml"]).Open();
        Assert.Equal("RUS", bound.World.Code(bound.Target));
        Assert.True(CaseAnswer.Solve(bound, cancellation: TestContext.Current.CancellationToken).Effects.Regions[bound.Target.Index].RealIncomePct < 0);
        Assert.Contains("amount: 20 bn USD", drafted.Text, StringComparison.Ordinal);
        Assert.Contains("file: \"release.txt\"", drafted.Text, StringComparison.Ordinal);
        Assert.Contains("rescuer: CHN", drafted.Text, StringComparison.Ordinal);
        Assert.Contains(drafted.LeftOut, one => one.Claim is { Act: Acts.ImportBan, Modality: Modality.Possible });
        Assert.All(reading.Claims, claim => Assert.True(drafted.PlaceOf(claim) is not null ^ drafted.LeftOut.Any(one => one.Claim == claim), ClaimWords.Of(claim)));
    }

    [Fact]
    public void The_draft_of_the_seed_article_gives_a_verdict()
    {
        var reading = SeedArticleTests.Read();
        using var folder = new TemporaryFolder();
        var drafted = CaseDrafting.Draft(reading with { Documents = [reading.Documents[0] with { IsPlain = false }] }, folder["case.yaml"]);
        foreach (var (name, text) in drafted.Extracted)
            File.WriteAllText(folder[name], text);
        File.WriteAllText(folder["case.yaml"], drafted.Text);

        var source = CaseSource.FromFile(folder["case.yaml"]);
        var bound = source.Open();
        Assert.Equal("RUS", bound.World.Code(bound.Target));
        Assert.Contains("rescuer: CHN", drafted.Text, StringComparison.Ordinal);
        Assert.Contains("alliance: SCO, obligation: consultation", drafted.Text, StringComparison.Ordinal);
        Assert.Contains("red-lines", drafted.Text, StringComparison.Ordinal);
        Assert.Contains("commitments:", drafted.Text, StringComparison.Ordinal);
        var answer = RescueAnswer.Solve(source, bound, new RescueRequest(), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("CHN", bound.World.Code(answer.Rescuer.Region));
        Assert.NotEmpty(answer.Prices);
    }

    [Fact]
    public void A_quote_that_is_not_in_the_document_makes_the_draft_fail()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["release.txt"], Release);
        var drafted = CaseDrafting.Draft(DocumentReading.Of([DocumentFiles.FromFile(folder["release.txt"])]), folder["case.yaml"]);
        File.WriteAllText(folder["case.yaml"], drafted.Text);
        File.WriteAllText(folder["release.txt"], Release.Replace("semiconductors", "pencils", StringComparison.Ordinal));

        Assert.Throws<Samarkand.Core.InputException>(() => CaseSource.FromFile(folder["case.yaml"]).Open());
    }

    [Fact]
    public void A_document_that_restricts_nothing_gives_no_case()
    {
        var reading = DocumentReading.Of([new DocumentText("a.txt", "A", "India abstained in the vote. The leaders met on Thursday and spoke of many things that concern the two of them.", true)]);
        Assert.Throws<Samarkand.Core.InputException>(() => CaseDrafting.Draft(reading, "case.yaml"));
    }
}
