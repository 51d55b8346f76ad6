using System.Runtime.CompilerServices;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Cluster.Studies;
using Samarkand.Core;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>The draws of the rescuer's choice, made by workers of a cluster in the folder of the results.</summary>
/// <param name="cluster">The cluster as it was typed.</param>
/// <param name="output">The folder.</param>
/// <param name="source">The case.</param>
/// <param name="asked">What is asked of the game.</param>
internal sealed class ClusterDraws(string cluster, OutputFolder output, CaseSource source, RescueRequest asked) : IDisposable
{
    private readonly OutputFolder _output = output with { Blocks = StanceDraws.Kind };

    /// <summary>The folder, once the game is played and its draws are there.</summary>
    public BlockFolder? Folder { get; private set; }

    /// <summary>Finds out before a long computation whether workers may write to the folder.</summary>
    /// <exception cref="InputException">There is nothing for workers to do, the cluster is no address, or the folder holds something else.</exception>
    public void Check()
    {
        if (source.Case.Priors.IsEmpty || asked.Draws == 0)
        {
            throw new InputException(new InputProblem(
                ClusterOption.Name, 0, 0, source.Case.Priors.IsEmpty ? "the case has no priors, so there are no draws for workers" : "no draws are asked for, so there is nothing for workers", "leave it out, and give the command more cores"));
        }

        ClusterOption.Address(cluster);
        _output.Check();
    }

    /// <summary>The question, with its draws made by workers.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told the number of finished draws and of all.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public RescueRequest In(RescueRequest question, Action<int, int> progress, CancellationToken cancellation) => question with
    {
        Store = drawn =>
        {
            Folder = StanceDraws.OpenFor(_output, drawn, question.Draws);
            Fill(drawn, progress, cancellation);
            return Folder;
        },
    };

    public void Dispose() => Folder?.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fill(StanceDrawSolver drawn, Action<int, int> progress, CancellationToken cancellation) =>
        ClusterOption.Fill(cluster, asked.Draws, StudyDescription.Of(source, drawn.Held, asked.Draws, asked.Seed), Folder!, progress, cancellation);
}
