using System.Diagnostics.Metrics;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Samarkand.Web.Measuring;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Tests;

/// <summary>What is kept is what was sent, within its bound, and the last that was asked for stays longest.</summary>
public sealed class FinishedAnswersTests
{
    private const int Bound = 20_000;

    [Fact]
    public void No_sequence_of_answers_takes_more_than_the_bound_or_gives_another_answer() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 4_000]).Array[1, 200].Sample(asked =>
        {
            var (kept, sizes) = (Make(), new Dictionary<int, int>());
            foreach (var (number, size) in asked)
            {
                var key = FinishedAnswers.Key("json", null, $"{number}");
                if (kept.Find(key) is { } found)
                    Assert.Equal(sizes[number], found.Length);
                else
                    kept.Keep(key, new byte[sizes[number] = size]);
                Assert.InRange(kept.Bytes, 0, Bound);
            }
        });

    [Fact]
    public void The_one_that_was_not_asked_for_longest_goes_first()
    {
        var kept = Make();
        var keys = Enumerable.Range(0, 12).Select(i => FinishedAnswers.Key("csv", "effects", $"{i}")).ToArray();
        foreach (var key in keys)
        {
            kept.Keep(key, new byte[1_600]);
            Assert.NotNull(kept.Find(keys[0]));
        }

        Assert.Null(kept.Find(keys[1]));
        Assert.NotNull(kept.Find(keys[^1]));
    }

    [Fact]
    public void Neither_another_form_nor_another_table_nor_another_text_is_the_same()
    {
        string[] keys = [FinishedAnswers.Key("json", null, "a"), FinishedAnswers.Key("csv", null, "a"), FinishedAnswers.Key("json", "effects", "a"), FinishedAnswers.Key("json", "", "a"), FinishedAnswers.Key("json", null, "b")];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public async Task The_same_case_is_solved_once_and_gives_the_same_bytes()
    {
        await using var server = await Server.StartAsync(new ServeSettings { Metrics = true });
        var text = Server.Text("usa-china-tariff.yaml");
        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
            answers.Add(await TextAsync(await server.PostAsync("/api/v1/answers?table=effects", text, "text/csv")));
        await server.PostAsync("/api/v1/answers?table=effects", "title: no case", "text/csv");
        await server.PostAsync("/api/v1/answers?table=effects", "title: no case", "text/csv");

        Assert.Single(answers.Distinct());
        var told = await server.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Matches("samarkand_solve_duration_seconds_count\\{[^}]*outcome=\"answered\"[^}]*\\} 1\n", told);
        Assert.Matches("samarkand_answers_total\\{[^}]*origin=\"kept\"[^}]*\\} 2\n", told);
        // What is refused is not kept.
        Assert.Matches("samarkand_answers_total\\{[^}]*origin=\"solved\"[^}]*\\} 3\n", told);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static FinishedAnswers Make() =>
        new(new ServeSettings { KeptAnswers = Bound }, new ServerMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()));
}
