using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Samarkand.Core;

namespace Samarkand.Cluster.Stores;

/// <summary>
/// Results in an object store. A block is put on the condition that no object of its name stands there, so that whoever comes second changes
/// nothing. Nobody is kept out. Results are put one by one, and the manifest that lists them last.
/// </summary>
/// <param name="address">Which part of the store.</param>
/// <param name="client">The way to it.</param>
/// <param name="files">Where files stand before they are put.</param>
internal sealed class StorePlace(StoreAddress address, IAmazonS3 client, LocalFiles files) : IResultPlace
{
    private const int MostTries = 5;
    private const string OnlyNew = "*";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    public string FullName => address.ToString();

    public void Check(OutputFolder at)
    {
        at.Allow(Contents.Of(at.Blocks));
        if (!Enumerable.Range(0, MostTries).Any(_ => KeepsWhatStands()))
            throw StoreRefusals.Overwrites;
    }

    public ImmutableArray<string> Publish(OutputFolder at, Action<string> fill) => files.With<ImmutableArray<string>>(staged =>
    {
        var there = at.Allow(Contents.Of(at.Blocks));
        Directory.CreateDirectory(staged);
        fill(staged);
        var names = FolderManifest.FilesIn(staged);
        var manifest = Path.Combine(staged, FolderManifest.Name);
        // Whoever is killed leaves a list of what may stand there.
        Put(StoredResults.NextManifest, manifest, onlyWhere: null);
        foreach (var stale in there.Own.Except(names).Where(name => name != FolderManifest.Name))
            Delete(stale);
        foreach (var name in names)
            Put(name, Path.Combine(staged, name), onlyWhere: null);
        Put(FolderManifest.Name, manifest, onlyWhere: null);
        foreach (var left in there.LeftOver.Append(StoredResults.NextManifest))
            Delete(left);
        return [.. names.Append(FolderManifest.Name).Except(there.Own).Intersect([.. there.Foreign, .. there.Changed]).Order(StringComparer.Ordinal)];
    });

    public IDisposable? Enter(BlockKind kind, Shard? shard) => null;

    public IReadOnlyCollection<string> Blocks() => Names($"{BlockKind.Folder}/");

    public byte[]? Read(string name) => Get(name, answer =>
    {
        using var bytes = new MemoryStream((int)answer.ContentLength);
        answer.ResponseStream.CopyTo(bytes);
        return bytes.Capacity == bytes.Length ? bytes.GetBuffer() : bytes.ToArray();
    });

    public byte[]? HashOf(string name) => Get(name, answer => SHA256.HashData(answer.ResponseStream));

    public PutFile PutNew(string name, string partial, Action<string> write, bool wantsHash) => files.With(path =>
    {
        write(path);
        var isNew = Put(name, path, OnlyNew);
        return new PutFile(isNew, isNew && !wantsHash ? null : Convert.FromHexString(FolderManifest.Hash(path)));
    });

    public string Unseen(string name) => $"{address} is not seen here, or holds no {name}; give the worker the store and the credentials of the client";

    /// <summary>The names that begin with a text.</summary>
    internal List<string> Names(string start)
    {
        var (found, skipped) = (new List<string>(), address.KeyOf("").Length);
        var request = new ListObjectsV2Request { BucketName = address.Bucket, Prefix = address.KeyOf(start) };
        do
        {
            var page = Ask(() => client.ListObjectsV2Async(request));
            found.AddRange((page.S3Objects ?? []).Select(one => one.Key[skipped..]));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
        return found;
    }

    /// <summary>The hash that an object carries; null where it has none, because something else put it there.</summary>
    internal string? CarriedHashOf(string name) =>
        Ask(() => client.GetObjectMetadataAsync(address.Bucket, address.KeyOf(name))).Metadata[StoredResults.HashName];

    private StoredResults Contents => new(this);

    // Somebody else may take the first object for one that was left behind, and delete it.
    private bool KeepsWhatStands() => files.With(path =>
    {
        var probe = StoredResults.NewProbe();
        File.WriteAllText(path, "");
        try
        {
            return Put(probe, path, OnlyNew) && !Put(probe, path, OnlyNew);
        }
        finally
        {
            Delete(probe);
        }
    });

    // False where one stands there and was to be kept.
    private bool Put(string name, string path, string? onlyWhere)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var request = new PutObjectRequest { BucketName = address.Bucket, Key = address.KeyOf(name), FilePath = path, IfNoneMatch = onlyWhere, UseChunkEncoding = false };
                if (onlyWhere is null)
                    request.Metadata[StoredResults.HashName] = FolderManifest.Hash(path);
                client.PutObjectAsync(request).GetAwaiter().GetResult();
                return true;
            }
            catch (AmazonS3Exception stands) when (onlyWhere is not null && stands.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                return false;
            }
            catch (AmazonS3Exception conflict) when (conflict.StatusCode == HttpStatusCode.Conflict && tries < MostTries)
            {
                // Another is putting the same: one of the two will stand there.
                Thread.Sleep(BetweenTries);
            }
            catch (Exception failure) when (StoreRefusals.Of(failure, address) is { } refused)
            {
                throw refused;
            }
        }
    }

    private void Delete(string name) => Ask(() => client.DeleteObjectAsync(address.Bucket, address.KeyOf(name)));

    private byte[]? Get(string name, Func<GetObjectResponse, byte[]> read)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var answer = client.GetObjectAsync(address.Bucket, address.KeyOf(name)).GetAwaiter().GetResult();
                return read(answer);
            }
            catch (AmazonS3Exception absent) when (absent.StatusCode == HttpStatusCode.NotFound && absent.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
            catch (IOException) when (tries < MostTries)
            {
                // The connection broke in the midst of it.
                Thread.Sleep(BetweenTries);
            }
            catch (IOException broken)
            {
                throw new PlaceException($"cannot be read: {broken.Message.TrimEnd('.')}", "see what is wrong with the store, and give the same command again");
            }
            catch (Exception failure) when (StoreRefusals.Of(failure, address) is { } refused)
            {
                throw refused;
            }
        }
    }

    private T Ask<T>(Func<Task<T>> ask)
    {
        try
        {
            return ask().GetAwaiter().GetResult();
        }
        catch (Exception failure) when (StoreRefusals.Of(failure, address) is { } refused)
        {
            throw refused;
        }
    }
}
