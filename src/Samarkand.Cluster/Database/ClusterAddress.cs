using Npgsql;
using Samarkand.Core;

namespace Samarkand.Cluster.Database;

/// <summary>Where a cluster's database is.</summary>
/// <param name="Text">The connection string.</param>
internal sealed record ClusterAddress(string Text)
{
    /// <summary>The variable that names it where nothing else does.</summary>
    public const string Variable = "SAMARKAND_CLUSTER";

    private const string Option = "--cluster";

    /// <summary>Reads it: a connection string, a file that holds one, or nothing for the variable.</summary>
    /// <exception cref="InputException">It names no database.</exception>
    public static ClusterAddress Read(string? given)
    {
        var text = string.IsNullOrWhiteSpace(given) ? Environment.GetEnvironmentVariable(Variable) : given;
        if (string.IsNullOrWhiteSpace(text))
            throw Wrong("no database is named", $"write \"Host=db;Database=samarkand;Username=samarkand\", the name of a file that holds such a line, or put it into the variable {Variable}");
        try
        {
            if (File.Exists(text))
                text = File.ReadAllText(text).Trim();
            var parts = new NpgsqlConnectionStringBuilder(text) { ApplicationName = "samarkand" };
            if (string.IsNullOrEmpty(parts.Host))
                throw Wrong("it names no Host", "write \"Host=db;Database=samarkand;Username=samarkand\"");
            if (!parts.ContainsKey("Timeout"))
                parts.Timeout = 5;
            if (!parts.ContainsKey("Command Timeout"))
                parts.CommandTimeout = 10;
            return new ClusterAddress(parts.ConnectionString);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or IOException or UnauthorizedAccessException)
        {
            // The text is not repeated: it may hold a password.
            throw Wrong("it is no connection string of PostgreSQL, and no file that holds one", "write \"Host=db;Database=samarkand;Username=samarkand\"");
        }
    }

    /// <summary>True where it holds a password.</summary>
    public bool HoldsPassword => !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(Text).Password);

    /// <summary>The database as a person may read it: nothing secret.</summary>
    public string Shown
    {
        get
        {
            var parts = new NpgsqlConnectionStringBuilder(Text);
            return FormattableString.Invariant($"{parts.Host}:{parts.Port}/{parts.Database ?? parts.Username}");
        }
    }

    /// <summary>Opens the way to it; nothing is asked yet.</summary>
    public NpgsqlDataSource Open() => NpgsqlDataSource.Create(Text);

    /// <summary>What the database refused, in one sentence with the remedy.</summary>
    public InputException Explain(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidCatalogName } missing =>
            Wrong(missing.SqlState == PostgresErrorCodes.InvalidCatalogName ? $"{Shown} does not exist" : $"{Shown} has no tables of this version of samarkand", missing.SqlState == PostgresErrorCodes.InvalidCatalogName ? "make it with createdb, then run `samarkand cluster init`" : "run `samarkand cluster init` once"),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Wrong($"the disk of {Shown} is full", "make room there; the same command goes on"),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => Wrong($"{Shown} does not let this user do that", "grant it what `samarkand cluster init` needs (CREATE on the schema), or run that as the owner"),
        PostgresException refused => Wrong($"{Shown} refuses: {refused.MessageText}", "see to the user, the password and the database that are named"),
        _ => Wrong($"{Shown} does not answer: {failure.GetBaseException().Message.TrimEnd('.')}", "see that PostgreSQL runs there and can be reached"),
    };

    /// <summary>The same where it was the database; of anything else its own message.</summary>
    public string ReasonOf(Exception failure) => failure is NpgsqlException ? Explain(failure).Message : failure.Message;

    private static InputException Wrong(string message, string hint) => new(new InputProblem(Option, 0, 0, message, hint));
}
