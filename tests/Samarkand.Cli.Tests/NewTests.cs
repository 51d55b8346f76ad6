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
