using Microsoft.Extensions.DependencyInjection;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Web.Measuring;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Solving;

/// <summary>Answers cases on worlds and solvers that stay ready.</summary>
internal sealed class Answering(OpenWorlds worlds, ServerMetrics metrics, ServeSettings settings)
{
    private readonly KeptSolvers _solvers = new(settings.KeptSolvers);

    // What the last case found of its world: the next one is most often the same case with another number.
    private BoundCase? _last;

    /// <summary>Adds it to whatever answers cases, with all that it needs.</summary>
    public static IServiceCollection Add(IServiceCollection services, ServeSettings settings) => services
        .AddSingleton(settings)
        .AddMetrics()
        .AddSingleton<ServerMetrics>()
        .AddSingleton<OpenWorlds>()
        .AddSingleton<Answering>();

    /// <summary>A case on its world, not solved.</summary>
    public BoundCase Open(PostedCase posted) => _last = posted.Open(worlds, _last);

    /// <summary>A case solved, with the horizons where they are asked for.</summary>
    public CaseTables Solve(BoundCase bound, bool withHorizons, CancellationToken cancellation) => metrics.Solve(() =>
    {
        var answer = _solvers.Solve(bound, cancellation);
        return new CaseTables(answer, withHorizons ? [.. _solvers.All(answer, cancellation)] : []);
    });

    /// <summary>The effects of a case as a document, or one of its tables.</summary>
    /// <param name="posted">The case.</param>
    /// <param name="table">The one table that is asked for, or null.</param>
    /// <param name="cancellation">Stops it.</param>
    public AnswerDocument Document(PostedCase posted, string? table, CancellationToken cancellation)
    {
        if (table is not null)
            Check(table);
        var tables = Solve(Open(posted), table is not null && CaseTables.NeedsHorizons(table), cancellation);
        return CaseDocuments.Effects(tables, table) with { Names = [.. NameGrounds.Of(tables.Answer)] };
    }

    /// <summary>The tables that can be asked for: those of a case alone, which need neither its months nor the game of stances.</summary>
    public static IEnumerable<TableSpec<CaseTables>> Tables => CaseTables.All.Where(table => !CaseTables.NeedsMonths(table.Name) && !CaseTables.NeedsRescue(table.Name));

    /// <summary>Whether a table can be asked for.</summary>
    /// <exception cref="ApiException">It cannot.</exception>
    public static void Check(string table)
    {
        if (!Tables.Any(known => known.Name == table))
            throw new ApiException(404, "table", "There is no such table", $"there is no table `{(table.Length > 60 ? table[..60] : table)}` here", $"the tables are {string.Join(", ", Tables.Select(known => known.Name))}");
    }
}
