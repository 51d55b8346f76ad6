using Samarkand.Cases;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Cases;

/// <summary>Which world a case is about: paths in its text are relative to it, those that somebody sets over it to the current folder.</summary>
public sealed class CaseWorldTests : IDisposable
{
    // Both hold a folder `both`, each one of its own besides.
    private readonly string _case = Directory.CreateTempSubdirectory("samarkand-case").FullName;
    private readonly string _current = Directory.CreateDirectory($"current-{Guid.NewGuid():N}").FullName;

    public CaseWorldTests()
    {
        foreach (var folder in new[] { In(_case, "both"), In(_case, "beside"), In(_case, "sub/deep"), In(_current, "both"), In(_current, "here") })
            Directory.CreateDirectory(folder);
    }

    public void Dispose()
    {
        Directory.Delete(_case, recursive: true);
        Directory.Delete(_current, recursive: true);
    }

    [Theory]
    [InlineData("beside")]
    [InlineData("./beside")]
    [InlineData("sub/deep")]
    [InlineData("sub/../beside")]
    [InlineData("./nowhere")]
    [InlineData("nowhere")]
    public void A_path_in_the_text_is_relative_to_the_case(string path) => Assert.Equal(In(_case, path), Source(path).World);

    [Fact]
    public void The_folder_above_is_that_of_the_case() =>
        Assert.Equal(In(_case, "both"), CaseSource.FromText(Yaml.With("world: ../both\n"), Yaml.Source, In(_case, "sub")).World);

    [Fact]
    public void A_name_that_stands_at_both_places_is_the_one_beside_the_case()
    {
        var name = Path.GetRelativePath(Environment.CurrentDirectory, In(_current, "both"));
        Directory.CreateDirectory(In(_case, name));

        Assert.Equal(In(_case, name), Source(name).World);
    }

    [Fact]
    public void A_name_that_stands_in_the_current_folder_alone_is_found_there_unless_it_begins_with_a_dot()
    {
        var name = Path.GetRelativePath(Environment.CurrentDirectory, In(_current, "here"));

        Assert.Equal(In(_current, "here"), Source(name).World);
        Assert.Equal(In(_case, name), Source($"./{name}").World);
    }

    [Theory]
    [InlineData("world=./here")]
    [InlineData("--world=./here")]
    [InlineData("--world=here")]
    public void A_path_that_is_set_over_the_case_is_relative_to_the_current_folder(string edit) =>
        Assert.Equal(Path.GetFullPath("here"), Source("beside").With(edit).World);

    [Fact]
    public void An_embedded_name_and_a_full_path_stay_what_they_are()
    {
        Directory.CreateDirectory(In(_case, "wiod-2011"));

        Assert.Equal("wiod-2011", Source("wiod-2011").World);
        Assert.Equal(In(_case, "wiod-2011"), Source("./wiod-2011").World);
        Assert.Equal(In(_current, "here"), Source(In(_current, "here")).World);
        Assert.Equal(Case.DefaultWorld, CaseSource.FromText(Yaml.With("")).World);
    }

    [Fact]
    public void A_world_beside_the_case_is_opened()
    {
        var world = WorldCatalog.Open("wiod-2011");
        WorldFolder.Write(world, In(_case, "w"));
        File.WriteAllText(In(_case, "c.yaml"), Yaml.With("world: ./w\n"));

        var bound = CaseSource.FromFile(In(_case, "c.yaml")).Open();

        Assert.NotSame(world, bound.World);
        Assert.Equal(world.Final, bound.World.Final);
        Assert.Equal(In(_case, "w"), bound.Case.World);
    }

    [Theory]
    [InlineData("nowhere", "there is no world `nowhere`: no embedded one has that name, and there is no folder ")]
    [InlineData("./wiod-2012", "there is no world `./wiod-2012`")]
    [InlineData("c.yaml", "the world `c.yaml` is the file ")]
    public void A_missing_world_is_told_by_the_line_that_asks_for_it(string path, string message)
    {
        File.WriteAllText(In(_case, "c.yaml"), Yaml.With($"world: {path}\n"));
        var source = CaseSource.FromFile(In(_case, "c.yaml"));

        var problem = Yaml.Problem(() => source.Open());

        Assert.Equal((In(_case, "c.yaml"), 5, 8), (problem.Source, problem.Line, problem.Column));
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal("⟨world⟩", Yaml.Problem(() => source.With($"--world={path}.").Open()).Source);
    }

    [Fact]
    public void The_nearest_name_is_offered() =>
        Assert.StartsWith("did you mean 'wiod-2011'?", Yaml.Problem(() => Source("wiod-2012").Open()).Hint, StringComparison.Ordinal);

    private CaseSource Source(string world) => CaseSource.FromText(Yaml.With($"world: {world}\n"), Yaml.Source, _case);

    private static string In(string folder, string path) => Path.GetFullPath(Path.Combine(folder, path));
}
