using System.Text.RegularExpressions;
using Samarkand.Core;

namespace Samarkand.Cluster.Stores;

/// <summary>A part of an object store: all objects whose names begin alike.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">How the names begin, without the <c>/</c> that follows.</param>
internal sealed partial record StoreAddress(string Bucket, string Prefix)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static StoreAddress Parse(string text, string source)
    {
        var found = Form().Match(text);
        return found.Success
            ? new StoreAddress(found.Groups["bucket"].Value, found.Groups["prefix"].Value)
            : throw new InputException(new InputProblem(source, 0, 0, $"`{text}` names no place in a store", "write a bucket and a name in it, such as s3://studies/taiwan"));
    }

    /// <summary>The object of a file.</summary>
    public string KeyOf(string name) => $"{Prefix}/{name}";

    /// <inheritdoc/>
    public override string ToString() => $"{OutputFolder.StoreScheme}{Bucket}/{Prefix}";

    [GeneratedRegex(@"\As3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(?<prefix>(?!\.{1,2}(/|\z))[^/\s]+(/(?!\.{1,2}(/|\z))[^/\s]+)*)/?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
