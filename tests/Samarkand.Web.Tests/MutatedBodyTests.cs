using System.Globalization;
using System.Net;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Cases.Mutations;

namespace Samarkand.Web.Tests;

/// <summary>Whatever is done to the cases that ship, they are answered or refused: never with a 500. <c>SAMARKAND_MUTATED_BODIES=10000</c> is the long form.</summary>
public sealed class MutatedBodyTests
{
    private const int ShortForm = 300;

    private static readonly HttpStatusCode[] Expected = [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity];

    [Theory]
    [InlineData("/api/v1/answers")]
    [InlineData("/page/answer")]
    public async Task None_is_a_mistake_of_the_server(string path)
    {
        await using var server = await Server.StartAsync();
        var mutator = new CaseMutator([.. Directory.EnumerateFiles(ShippedCases.Folder, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);
        var count = int.TryParse(Environment.GetEnvironmentVariable("SAMARKAND_MUTATED_BODIES"), CultureInfo.InvariantCulture, out var asked) ? asked : ShortForm;
        var answered = 0;
        for (var number = 0; number < count; number++)
        {
            var text = mutator.Make(number);
            using var response = path.StartsWith("/page", StringComparison.Ordinal)
                ? await server.SendAsync(path, System.Net.Http.Json.JsonContent.Create(new { text, whole = number % 5 == 0 }), type: null)
                : await server.PostAsync(path, text);
            Assert.True(Expected.Contains(response.StatusCode), $"number {number}: {response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}\n{text}");
            answered += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.InRange(answered, count / 20, count);
    }
}
