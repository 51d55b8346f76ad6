using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Cluster.Stores;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>The options about the folder that results are written to.</summary>
/// <param name="description">What the folder gets.</param>
internal sealed class FolderOptions(string description)
{
    private readonly Option<string?> _output = new("--output") { Description = $"{description} {OutputFolder.StoreScheme}BUCKET/NAME writes it to an object store.", HelpName = "DIR" };
    private readonly Option<bool> _force = new("--force") { Description = "Write to a folder that holds other files, too: only those named as a new file are overwritten." };

    public Option[] All
    {
        get
        {
            _output.CompletionSources.Add(Completions.Folders);
            return [_output, _force];
        }
    }

    /// <summary>The folder, or null.</summary>
    public OutputFolder? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_output) is { } path)
        {
            var folder = new OutputFolder(path) { Source = _output.Name, Force = parsed.GetValue(_force), Command = Typed() };
            return path.StartsWith(OutputFolder.StoreScheme, StringComparison.Ordinal) ? InStore(folder) : folder;
        }

        return parsed.GetValue(_force) ? throw new InputException(new InputProblem(_force.Name, 0, 0, "there is no folder to insist on", $"name it with {_output.Name} DIR")) : null;
    }

    // By itself, so that nothing of stores is loaded for a folder.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static OutputFolder InStore(OutputFolder folder) => folder with { Elsewhere = ResultPlaces.InStore(folder.Path, folder.Source!) };

    /// <summary>Tells what was overwritten.</summary>
    public static void Tell(ImmutableArray<string> overwritten)
    {
        if (!overwritten.IsEmpty)
            Console.Error.WriteLine($"samarkand: overwritten, as --force asks: {string.Join(", ", overwritten)}");
    }

    // Without the folder, the threads, the parts and the cluster, so that the same results have the same manifest wherever and however they are made.
    private ImmutableArray<string> Typed()
    {
        var words = ImmutableArray.CreateBuilder<string>();
        words.Add("samarkand");
        var given = Environment.GetCommandLineArgs();
        for (var k = 1; k < given.Length; k++)
        {
            if (given[k] == ClusterOption.Name)
                k += k + 1 < given.Length && !given[k + 1].StartsWith('-') ? 1 : 0;
            else if (given[k] == _output.Name || given[k] == ThreadsOption.Name || given[k] == ShardOptions.Part)
                k++;
            else if (given[k] != _force.Name && given[k] != ShardOptions.Whole && !Joins(given[k], ShardOptions.Part) && !Joins(given[k], ClusterOption.Name) && !Joins(given[k], _output.Name) && !Joins(given[k], ThreadsOption.Name))
                words.Add(given[k]);
        }

        return words.ToImmutable();
    }

    private static bool Joins(string word, string option) => word.StartsWith($"{option}=", StringComparison.Ordinal) || word.StartsWith($"{option}:", StringComparison.Ordinal);
}
