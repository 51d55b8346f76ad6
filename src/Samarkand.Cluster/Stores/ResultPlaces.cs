using Samarkand.Core;

namespace Samarkand.Cluster.Stores;

/// <summary>Finds the place that a name means: a folder, or a part of an object store.</summary>
internal static class ResultPlaces
{
    /// <summary>The place as a job names it.</summary>
    /// <exception cref="InputException">It is no name of a place.</exception>
    public static IResultPlace Of(string name) => name.StartsWith(OutputFolder.StoreScheme, StringComparison.Ordinal) ? InStore(name, "the job's place") : new LocalPlace(name);

    /// <summary>The place in a store that a user names.</summary>
    /// <param name="name">Such as <c>s3://bucket/prefix</c>.</param>
    /// <param name="source">What messages begin with.</param>
    /// <exception cref="InputException">It is no name of a place, or the environment names no store.</exception>
    public static IResultPlace InStore(string name, string source)
    {
        var address = StoreAddress.Parse(name, source);
        try
        {
            return new StorePlace(address, StoreClient.FromEnvironment(), new LocalFiles());
        }
        catch (Exception failure) when (StoreRefusals.Of(failure, address) is { } refused)
        {
            throw new InputException(new InputProblem(source, 0, 0, $"{address} {refused.Message}", refused.Hint));
        }
    }
}
