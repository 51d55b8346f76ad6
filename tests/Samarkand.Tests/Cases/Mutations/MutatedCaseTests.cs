using System.Globalization;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Mutations;

/// <summary>
/// Whatever is done to the cases that ship, they are read, bound and solved, or refused in the library's own words, and soon. The short form
/// runs always; <c>SAMARKAND_MUTATED_CASES=100000</c> is the long one.
/// </summary>
public class MutatedCaseTests
{
    private const int ShortForm = 1500;
    private const int EverySolved = 10;
    private const int EveryDrawn = 15;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly CaseMutator Mutator = new([.. Directory.EnumerateFiles(ShippedCases.Folder, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText), CaseTemplate.Text, CaseReaderTests.Everything]);

    // The one without a name in a mutated text is the default.
    private static readonly World[] Worlds = [WorldCatalog.Open("samarkand-2021"), SmallWorld.Make()];

    [Fact]
    public async Task Nothing_but_the_librarys_own_words_comes_of_them()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("SAMARKAND_MUTATED_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : ShortForm;
        var (bound, solved) = (0, 0);
        for (var number = 0; number < count; number++)
        {
            var mine = number;
            var work = Task.Run(() => Outcome(mine), TestContext.Current.CancellationToken);
            Assert.True(
                await Task.WhenAny(work, Task.Delay(Longest, TestContext.Current.CancellationToken)) == work,
                $"number {number} takes more than {Longest.TotalSeconds} seconds:\n{Mutator.Make(number)}");
            var stage = await work;
            bound += stage >= Stage.Bound ? 1 : 0;
            solved += stage == Stage.Solved ? 1 : 0;
        }

        // Otherwise the mutations are so wild that nothing behind the reader is tried.
        Assert.InRange(bound, count / 20, count);
        Assert.InRange(solved, count / 20 / EverySolved, count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} cases, {bound} bound, {solved} solved");
    }

    /// <summary>A text is the same each time, so that a number is enough to find it again.</summary>
    [Fact]
    public void A_number_makes_one_text() => Assert.All(Enumerable.Range(0, 50), number =>
        Assert.Equal((Mutator.Make(number), Mutator.Edit(number)), (Mutator.Make(number), Mutator.Edit(number))));

    private static Stage Outcome(int number)
    {
        var (text, stage) = (Mutator.Make(number), Stage.Refused);
        string[] edits = Mutator.Edit(number) is { } edit ? [edit] : [];
        try
        {
            var source = CaseSource.FromText(text, Yaml.Source).With(edits);
            var read = source.Case;
            stage = Stage.Read;
            var world = Worlds[number % 8 == 7 ? 1 : 0];
            var bound = (number % 5 == 4 ? CaseDates.InYear(read, 2022) : read).BindTo(world);
            stage = Stage.Bound;
            if (number % EveryDrawn == 0)
                _ = new DrawnCase(source, world).At([.. read.Priors.Select(_ => 0.4)]);
            if (number % EverySolved != 0)
                return stage;
            Assert.NotEmpty(Grounds.Of(CaseAnswer.Solve(bound)));
            return Stage.Solved;
        }
        catch (InputException refused)
        {
            Assert.All(refused.Problems, problem => Assert.True(problem.Line > 0 || problem.Source.StartsWith("⟨set: ", StringComparison.Ordinal) || problem.Message.EndsWith("more problems in this file", StringComparison.Ordinal), problem.ToString()));
            return stage;
        }
        catch (NoEquilibriumException)
        {
            return stage;
        }
        catch (Exception other)
        {
            throw new InvalidOperationException($"number {number}, edit {Mutator.Edit(number) ?? "none"}: {other}\n{text}", other);
        }
    }

    private enum Stage
    {
        Refused,
        Read,
        Bound,
        Solved,
    }
}
