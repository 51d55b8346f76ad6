namespace Samarkand.Cli.Tests;

public sealed class NewTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_case_runs_as_it_is()
    {
        Assert.Equal("Wrote mine.yaml; try: samarkand run mine.yaml", _folder.Run("new", "mine.yaml").Answered().Lines.Single());
        Assert.Contains("What this rests on", _folder.Run("run", "mine.yaml").Answered().Output, StringComparison.Ordinal);
    }

    /// <summary>What nobody said is no evidence: a size without a passage is called an assumption.</summary>
    [Fact]
    public void A_new_case_has_no_evidence_until_someone_writes_it()
    {
        _folder.Run("new", "mine.yaml").Answered();
        Assert.Contains("- Evidence: 3 instruments are assumptions without evidence.\n", _folder.Run("run", "mine.yaml").Answered().Output, StringComparison.Ordinal);
    }

    public static TheoryData<string> Recipes => [.. Samarkand.Cases.CaseRecipes.Names];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Every_recipe_runs_as_it_is_and_says_that_its_sizes_are_assumptions(string recipe)
    {
        Assert.Equal($"Wrote {recipe}.yaml; try: samarkand run {recipe}.yaml", _folder.Run("new", "--recipe", recipe, $"{recipe}.yaml").Answered().Lines.Single());
        var text = File.ReadAllText(_folder[$"{recipe}.yaml"]);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 140));
        var output = _folder.Run("run", $"{recipe}.yaml", "--draws", "3").Answered().Output;
        Assert.Matches("- Evidence: [1-9] instruments? (is an assumption|are assumptions) without evidence\\.\n", output);
        Assert.Contains(text.Split('\n').Single(line => line.StartsWith("title: ", StringComparison.Ordinal))["title: ".Length..], output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Recipes_are_listed_with_their_questions()
    {
        var lines = _folder.Run("new", "--recipe", "list").Answered().Lines;
        Assert.Equal(Samarkand.Cases.CaseRecipes.Names, lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.EndsWith("?", line, StringComparison.Ordinal));
        _folder.Run("new", "--recipe", "embargo", "x.yaml").Refused("--recipe: unknown recipe `embargo`; expected one of: export-ban, price-cap, blockade");
        _folder.Run("new").Refused("A file is missing: samarkand new FILE.");
    }

    [Fact]
    public void A_new_case_never_replaces_a_file()
    {
        File.WriteAllText(_folder["mine.yaml"], "mine");
        _folder.Run("new", "mine.yaml").Refused("mine.yaml: the file exists already");
        Assert.Equal("mine", File.ReadAllText(_folder["mine.yaml"]));
        _folder.Run("new", "cases").Refused("cases: this is a folder");
    }

    [Fact]
    public void A_missing_folder_is_named() => _folder.Run("new", "nowhere/mine.yaml").Refused("nowhere/mine.yaml: there is no folder ");
}
