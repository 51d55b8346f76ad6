using System.Net;
using System.Text;
using System.Text.Json;
using Samarkand.Cases;

namespace Samarkand.Web.Tests;

/// <summary>What the API says of a text that is sent to it.</summary>
public sealed class ClaimTests
{
    private const string Release = "The European Union today banned exports of semiconductors to Russia. It froze 20 billion dollars of the assets of the Russian central bank. China will not come to Russia's rescue.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Claims_have_their_places_in_the_text_and_the_case_is_one_that_the_server_answers()
    {
        await using var server = await Server.StartAsync();

        var json = JsonDocument.Parse(await TextAsync(await server.PostAsync("/api/v1/claims", Release, type: "text/plain"))).RootElement;
        var claims = json.GetProperty("claims").EnumerateArray().ToArray();
        var text = json.GetProperty("case").GetString()!;
        using var answer = await server.PostAsync("/api/v1/answers", text);

        Assert.Equal(3, claims.Length);
        Assert.Equal("export-ban", claims[0].GetProperty("act").GetString());
        Assert.Equal("package.0", claims[0].GetProperty("case").GetString());
        Assert.All(claims, claim => Assert.All(claim.GetProperty("places").EnumerateArray(), place => Assert.Equal(place.GetProperty("quote").GetString(), Release[place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()])));
        Assert.Equal("RUS", CaseSource.FromText(text).Open().World.Code(CaseSource.FromText(text).Open().Target));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Rows_are_those_of_the_command_and_the_page_holds_no_markup_of_the_text()
    {
        await using var server = await Server.StartAsync();

        var rows = await TextAsync(await server.PostAsync("/api/v1/claims", Release, "text/csv", "text/plain"));
        var page = await TextAsync(await server.PostAsync("/api/v1/claims", Release.Replace("China", "<script>alert(1)</script> China", StringComparison.Ordinal), "text/html", "text/plain"));

        Assert.StartsWith("actor,act,counterpart,goods,polarity,modality,said_by,amount,from,until,quote,start,end,rule,confidence\nEU,export-ban,RUS,electronics,affirmed,done,", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_read_without_its_menus()
    {
        await using var server = await Server.StartAsync();

        var json = await TextAsync(await server.PostAsync("/api/v1/claims", $"<html><head><title>T</title></head><body><nav>The United States banned Chinese steel.</nav><article><h1>News</h1><p>{Release} {string.Concat(Enumerable.Repeat("The talks went on for a long time, and nobody knew how they would end. ", 12))}</p></article></body></html>", type: "text/html"));

        Assert.Contains("\"export-ban\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("steel", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text/plain", null, HttpStatusCode.BadRequest)]
    [InlineData("  \n", "text/plain", null, HttpStatusCode.BadRequest)]
    [InlineData(Release, "application/pdf", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Release, "text/plain; charset=latin1", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Release, "text/plain", "image/png", HttpStatusCode.NotAcceptable)]
    [InlineData("Das ist ein Text, der nicht auf Englisch ist, und der auch nicht sehr lang ist, aber die Sprache ist die, die man in Berlin und in Wien spricht.", "text/plain", null, HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_be_read_is_told_as_a_problem(string text, string type, string? accept, HttpStatusCode status)
    {
        await using var server = await Server.StartAsync();

        using var response = await server.PostAsync("/api/v1/claims", text, accept, type);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("remedy").GetString()!);
    }

    [Fact]
    public async Task A_text_that_is_too_large_is_refused_and_a_large_one_is_read()
    {
        await using var server = await Server.StartAsync();
        var large = new StringBuilder();
        while (large.Length < 900_000)
            large.Append(Release).Append('\n');

        // As curl does: the body waits for the server's word.
        using var refused = await server.SendAsync("/api/v1/claims", new ByteArrayContent(new byte[ServeSettings.LargestBody + 1]), type: "text/plain", change: request => request.Headers.ExpectContinue = true);
        using var read = await server.PostAsync("/api/v1/claims", large.ToString(), type: "text/plain");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("document", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(Cancellation);
            Assert.True(response.IsSuccessStatusCode, text);
            return text;
        }
    }
}
