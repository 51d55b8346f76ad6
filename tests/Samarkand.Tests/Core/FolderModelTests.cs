using CsCheck;
using Samarkand.Tests.Worlds;

namespace Samarkand.Tests.Core;

/// <summary>
/// Whatever results, files of the user, edits and killed processes come in whatever order: after every step the folder holds what a plain
/// model of the rules says, so that no file has vanished or changed that a manifest of Samarkand's did not list with its hash.
/// </summary>
public class FolderModelTests
{
    private static readonly string[] Names = ["a.csv", "b.csv", "c/a.csv", "c/b.csv", "d/e/f.svg", "manifest.json", "notes.txt"];

    private static readonly Gen<(string, string)[]> Results = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).Array[1, 4]
        .Select(files => files.DistinctBy(file => file.Item1).Select(file => (Names[file.Item1], $"result {file.Item2}")).ToArray());

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (4, Gen.Select(Results, Gen.Bool, Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))).Select((files, force, fails) => (Step)new Run(files, force, fails))),
        (2, Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, 2]).Select((name, text) => (Step)new Edit(Names[name], $"mine {text}"))),
        (1, Gen.Int[0, Names.Length - 1].Select(name => (Step)new Removal(Names[name]))),
        (1, Gen.Select(Results, Gen.Int[0, 4], Gen.Int[Folders.Dead - 2, Folders.Dead]).Select((files, moved, process) => (Step)new Kill(files, moved, process))));

    [Fact]
    public void Nothing_is_lost_that_samarkand_did_not_write() => Steps.Array[1, 12].Sample(
        steps =>
        {
            using var place = new TemporaryFolder();
            var folder = new Model(place["results"]);
            foreach (var step in steps)
            {
                step.Do(folder);
                Assert.Equal(folder.Files, Folders.Read(folder.Path));
            }
        },
        iter: 100,
        threads: 1,
        print: steps => string.Join("; ", steps.Select(step => step.ToString())));

    // What the folder holds, and which of it is Samarkand's.
    private sealed class Model(string path)
    {
        private readonly Dictionary<string, (string Text, (string Name, string Text)[] Files)> _manifests = [];

        public string Path { get; } = path;

        public SortedDictionary<string, string> Files { get; private set; } = new(StringComparer.Ordinal);

        // What a run may not replace.
        public string[] Foreign => [.. Files.Where(file => !IsLeft(file.Key) && !IsOwn(file.Key, file.Value)).Select(file => file.Key)];

        public static bool IsLeft(string name) => name.StartsWith("samarkand.", StringComparison.Ordinal);

        public void Written((string Name, string Text)[] results, string manifest)
        {
            foreach (var gone in Files.Keys.Except(Foreign).ToArray())
                Files.Remove(gone);
            foreach (var (name, text) in results)
                Files[name] = text;
            Files["manifest.json"] = manifest;
            _manifests.Clear();
            _manifests["manifest.json"] = (manifest, results);
        }

        public void Killed(string left, (string Name, string Text)[] results)
        {
            Files = Folders.Read(Path);
            _manifests[$"{left}/manifest.json"] = (Files[$"{left}/manifest.json"], results);
        }

        // While the manifest that lists it is as it was.
        private bool IsOwn(string name, string text)
        {
            var holding = _manifests.Where(manifest => Files.GetValueOrDefault(manifest.Key) == manifest.Value.Text).ToArray();
            return holding.Any(manifest => manifest.Key == name || manifest.Value.Files.Contains((name, text)));
        }
    }

    private abstract record Step
    {
        public abstract void Do(Model folder);
    }

    private sealed record Run((string Name, string Text)[] Results, bool Force, bool Fails) : Step
    {
        public override void Do(Model folder)
        {
            var foreign = folder.Foreign;
            if (Fails)
            {
                Assert.ThrowsAny<Exception>(() => Folders.Write(folder.Path, Force, Results.Append(("last", "")).Select(file => file.Item1 == "last" ? throw new InvalidOperationException() : file)));
            }
            else if (foreign.Length > 0 && !Force)
            {
                Folders.Refused(() => Folders.Write(folder.Path, false, Results));
            }
            else
            {
                var names = Results.Select(file => file.Name).Append("manifest.json");
                Assert.Equal(foreign.Intersect(names), Folders.Write(folder.Path, Force, Results));
                folder.Written(Results, File.ReadAllText(Path.Combine(folder.Path, "manifest.json")));
            }
        }

        public override string ToString() => $"run {string.Join(' ', Results)}{(Force ? " --force" : "")}{(Fails ? " fails" : "")}";
    }

    private sealed record Edit(string Name, string Text) : Step
    {
        public override void Do(Model folder)
        {
            Folders.Fill(folder.Path, [(Name, Text)]);
            folder.Files[Name] = Text;
        }
    }

    private sealed record Removal(string Name) : Step
    {
        public override void Do(Model folder)
        {
            if (folder.Files.Remove(Name))
                Delete(folder.Path, Name);
        }

        // With the folders that it leaves empty.
        public static void Delete(string folder, string name)
        {
            var file = new FileInfo(Path.Combine(folder, name));
            file.Delete();
            for (var above = file.Directory!; above.FullName != folder && !above.EnumerateFileSystemInfos().Any(); above = above.Parent!)
                above.Delete();
        }
    }

    // What a run leaves that was killed when it had moved some of its files into the folder.
    private sealed record Kill((string Name, string Text)[] Results, int Moved, int Process) : Step
    {
        public override void Do(Model folder)
        {
            var name = $"samarkand.{Process}.partial";
            var left = Path.Combine(folder.Path, name);
            if (folder.Foreign.Length > 0 || Directory.Exists(left))
                return;
            Folders.Write(folder.Path + ".staged", force: false, Results);
            Directory.CreateDirectory(folder.Path);
            Directory.Move(folder.Path + ".staged", left);
            foreach (var stale in Moved == 0 ? [] : folder.Files.Keys.Where(file => !Model.IsLeft(file) && file != "manifest.json" && Results.All(result => result.Name != file)))
                Removal.Delete(folder.Path, stale);
            foreach (var (file, _) in Results.Take(Moved))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, file))!);
                File.Move(Path.Combine(left, file), Path.Combine(folder.Path, file), overwrite: true);
            }

            folder.Killed(name, Results);
        }

        public override string ToString() => $"killed run of {string.Join(' ', Results)} after {Moved} files";
    }
}
