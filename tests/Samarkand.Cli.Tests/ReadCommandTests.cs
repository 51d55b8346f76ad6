using System.Text.Json;

namespace Samarkand.Cli.Tests;

/// <summary>The command that reads a document for its claims.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private const string Header = "actor,act,counterpart,goods,polarity,modality,said_by,amount,from,until,quote,start,end,rule,confidence";
    private const string Release = "cases/press-release.txt";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_has_one_row_a_claim_and_columns_that_stay()
    {
        var lines = _folder.Run("read", Release, "--format", "csv").Answered().Output.Split('\n');
        Assert.Equal(Header, lines[0]);
        Assert.Contains(lines, line => line.StartsWith("EU,export-ban,RUS,electronics,affirmed,done,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("CHN,arms,RUS,arms,denied,refused,an analyst,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("TUR,join,RUS,,denied,refused,", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_has_the_places_of_each_claim()
    {
        using var json = JsonDocument.Parse(_folder.Run("read", Release, "--format", "json").Answered().Output);
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToArray();
        var text = File.ReadAllText(_folder[Release]);
        Assert.NotEmpty(claims);
        Assert.All(claims.SelectMany(claim => claim.GetProperty("places").EnumerateArray()), place =>
            Assert.Equal(place.GetProperty("quote").GetString(), text[place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public void Standard_input_is_read_and_a_file_that_is_there_is_not_overwritten()
    {
        Assert.Equal(0, _folder.Bash($"cat {Release} | samarkand read - --format csv | grep -q '^EU,export-ban,RUS'").Status);
        File.WriteAllText(_folder["my-case.yaml"], "mine");
        var refused = _folder.Run("read", Release, "--case", "my-case.yaml");
        Assert.Equal(2, refused.Status);
        Assert.Equal("mine", File.ReadAllText(_folder["my-case.yaml"]));
    }

    [Fact]
    public void A_folder_of_results_holds_a_page_and_a_case_that_opens_wherever_it_is_moved()
    {
        _folder.Run("read", Release, "--output", "reading").Answered();
        Directory.Move(_folder["reading"], _folder["moved"]);
        var page = File.ReadAllText(_folder["moved/reading.html"]);
        Assert.Contains("<a class=\"claim restriction\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#case-package.0\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"case-package.0\"", page, StringComparison.Ordinal);
        _folder.Run("simulate", "moved/case.yaml", "--format", "csv").Answered();
    }

    [Theory]
    [InlineData("there is no such document", "nowhere.txt")]
    [InlineData("there is no address of a model", Release, "--model-name", "x")]
    [InlineData("is no address of the web", Release, "--model", "localhost", "--model-name", "x")]
    [InlineData("the model has no name", Release, "--model", "http://localhost:1/v1")]
    public void What_cannot_be_done_is_told(string message, params string[] words)
    {
        var outcome = _folder.Run(["read", .. words]);
        Assert.Equal(2, outcome.Status);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }
}
