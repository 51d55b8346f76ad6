using System.Net;
using System.Text;
using System.Text.Json;

namespace Samarkand.Web.Tests;

/// <summary>What is refused, with what status, place and remedy.</summary>
public sealed class RefusalTests
{
    /// <summary>Russia is cut off from the world and keeps its deficit, which leaves no equilibrium.</summary>
    public const string WithoutEquilibrium =
        "title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU, USA]\npackage:\n  - { kind: trade-cost, factor: inf, both: true, sectors: [all], from: RUS, to: [EU, GBR, USA, CAN, AUS, JPN, KOR, CHN, BRA, IDN, IND, MEX, TUR, TWN, ROW] }\n";

    private const string Small = "title: A case\ntarget: RUS\ncoalition: [USA]\npackage:\n  - { kind: tariff, rate: 0.1 }\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mistake_in_a_case_is_told_with_its_place_and_remedy()
    {
        await using var server = await Server.StartAsync();

        var problem = await ProblemAsync(await server.PostAsync("/api/v1/answers", Small.Replace("rate: 0.1", "rat: 0.1", StringComparison.Ordinal)), 422);

        Assert.Equal("case", problem.GetProperty("file").GetString());
        Assert.Equal(5, problem.GetProperty("line").GetInt32());
        Assert.True(problem.GetProperty("column").GetInt32() > 0);
        Assert.Contains("rat", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("remedy").GetString()!);
        Assert.True(problem.GetProperty("problems").GetArrayLength() >= 1);
    }

    [Fact]
    public async Task Several_mistakes_are_told_at_once()
    {
        await using var server = await Server.StartAsync();

        var problem = await ProblemAsync(await server.PostAsync("/api/v1/check", "title: A case\ntarget: RUS\nhorizon: soon\nclosure: open\npackage: []\n"), 422);

        Assert.True(problem.GetProperty("problems").GetArrayLength() >= 3);
    }

    [Theory]
    [InlineData("/etc")]
    [InlineData("../worlds/samarkand-2021")]
    [InlineData("atlantis")]
    [InlineData("\"\\\\\\\\host\\\\share\"")]
    public async Task A_world_that_is_not_here_is_none(string world)
    {
        await using var server = await Server.StartAsync();

        var problem = await ProblemAsync(await server.PostAsync("/api/v1/answers", $"{Small}world: {world}\n"), 404);

        Assert.Contains("samarkand-2021", problem.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.Equal(6, problem.GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("case.yaml")]
    public async Task No_case_reads_a_file_of_the_server(string file)
    {
        await using var server = await Server.StartAsync();
        var text = $"{Small.Replace("rate: 0.1", "rate: 0.1, evidence: word", StringComparison.Ordinal)}evidence:\n  word: {{ source: a, quote: root, file: {file} }}\n";

        var problem = await ProblemAsync(await server.PostAsync("/api/v1/answers", text), 422);

        Assert.Contains("names a file", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_there_is_not_is_refused_with_those_that_there_are()
    {
        await using var server = await Server.StartAsync();

        var problem = await ProblemAsync(await server.PostAsync("/api/v1/answers?table=nothing", Small), 404);

        Assert.Contains("effects", problem.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        await ProblemAsync(await server.Client.GetAsync("/api/v1/cases/samarkand-2022/tables/nothing.csv", Cancellation), 404);
        await ProblemAsync(await server.Client.GetAsync("/api/v1/cases/samarkand-2022/tables/effects.exe", Cancellation), 404);
        await ProblemAsync(await server.Client.GetAsync("/api/v1/cases/nothing", Cancellation), 404);
        await ProblemAsync(await server.Client.GetAsync("/api/v1/worlds/nothing", Cancellation), 404);
        await ProblemAsync(await server.Client.GetAsync("/nothing", Cancellation), 404);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/yaml; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_type_of_body_is_refused(string? type)
    {
        await using var server = await Server.StartAsync();

        await ProblemAsync(await server.SendAsync("/api/v1/answers", new ByteArrayContent(Encoding.UTF8.GetBytes(Small)), type: type), 415);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_a_mebibyte_is_refused(bool saysSo)
    {
        await using var server = await Server.StartAsync();
        HttpContent body = saysSo ? new ByteArrayContent(new byte[(1 << 20) + 1]) : new StreamContent(new Endless());

        HttpResponseMessage response;
        try
        {
            response = await server.SendAsync("/api/v1/answers", body, change: request => request.Headers.TransferEncodingChunked = saysSo ? null : true);
        }
        catch (HttpRequestException)
        {
            // The server hangs up on those who do not stop.
            return;
        }

        await ProblemAsync(response, 413);
    }

    [Fact]
    public async Task What_is_no_text_or_nothing_is_refused()
    {
        await using var server = await Server.StartAsync();

        await ProblemAsync(await server.SendAsync("/api/v1/answers", new ByteArrayContent([])), 400);
        await ProblemAsync(await server.SendAsync("/api/v1/answers", new ByteArrayContent([0xff, 0xfe, 0x00])), 400);
        await ProblemAsync(await server.PostAsync("/api/v1/answers", Small, "image/png"), 406);
        await ProblemAsync(await server.PostAsync("/page/answer", "[1]", type: "application/json"), 400);
        await ProblemAsync(await server.PostAsync("/page/answer", "{}", type: "application/json"), 400);
        await ProblemAsync(await server.PostAsync("/page/answer", Small), 415);
    }

    [Fact]
    public async Task A_case_without_an_equilibrium_is_told_as_such()
    {
        await using var server = await Server.StartAsync();

        var problem = await ProblemAsync(await server.PostAsync("/api/v1/answers", WithoutEquilibrium), 422);

        Assert.Equal("urn:samarkand:problem:no-equilibrium", problem.GetProperty("type").GetString());
    }

    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>A stream of spaces, a few times what may be sent.</summary>
    private sealed class Endless : MemoryStream
    {
        public Endless()
            : base([.. Enumerable.Repeat((byte)' ', 3 << 20)])
        {
        }
    }
}
