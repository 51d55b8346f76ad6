using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Samarkand.Core;

namespace Samarkand.Cluster.Stores;

/// <summary>What a store refuses, in one sentence with the remedy.</summary>
internal static class StoreRefusals
{
    private const string KeepsNothing = "is in a store that does not keep what stands there";
    private const string AnotherStore = "name a store that honours If-None-Match, such as AWS, Ceph or MinIO of 2024 or later, or a shared folder";

    /// <summary>The refusal of a store that lets a second object take the name of a first.</summary>
    public static PlaceException Overwrites { get; } = new($"{KeepsNothing}: it took a second object of the same name, though it was asked not to", AnotherStore);

    /// <summary>The refusal that a failure means; null where it is something else.</summary>
    public static PlaceException? Of(Exception failure, StoreAddress address) => failure switch
    {
        PlaceException refused => refused,
        AmazonS3Exception refused => OfStore(refused, address),
        AmazonServiceException or HttpRequestException or SocketException or TimeoutException or TaskCanceledException => Away(failure),
        AmazonClientException { InnerException: HttpRequestException or SocketException or TimeoutException or TaskCanceledException } => Away(failure),
        AmazonClientException unset when unset.Message.Contains("egion", StringComparison.Ordinal) => new PlaceException("has no region", "set AWS_REGION, or AWS_ENDPOINT_URL_S3 for a store of your own"),
        AmazonClientException unset when unset.Message.Contains("redential", StringComparison.Ordinal) => new PlaceException("cannot be asked: no credentials are found", "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"),
        AmazonClientException other => new PlaceException($"cannot be asked: {other.Message.TrimEnd('.')}", "see the variables whose names begin with AWS_"),
        _ => null,
    };

    /// <summary>The refusal where the variable for a store's address holds something else.</summary>
    public static PlaceException NoAddress { get; } = new("cannot be asked: AWS_ENDPOINT_URL_S3 holds no address", "write one such as https://store.example:9000");

    private static PlaceException OfStore(AmazonS3Exception refused, StoreAddress address)
    {
        var code = refused.ErrorCode ?? "";
        if (code == "NoSuchBucket")
            return new PlaceException($"cannot be written: {StoreClient.Shown} has no bucket {address.Bucket}", "make it, or name another");
        if (code is "QuotaExceeded" or "ServiceQuotaExceeded" or "XMinioStorageFull" || refused.StatusCode == HttpStatusCode.InsufficientStorage || code.Contains("Quota", StringComparison.Ordinal))
            return new PlaceException($"cannot be written: the store is full ({code})", "make room there, or have its quota raised");
        if (code is "NotImplemented" || refused.StatusCode == HttpStatusCode.NotImplemented)
            return new PlaceException($"{KeepsNothing}: it does not know If-None-Match", AnotherStore);
        if (refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
            return new PlaceException($"cannot be used: {StoreClient.Shown} refuses ({(code.Length > 0 ? code : "403")})", "see that the credentials are right and may list the bucket, and get, put and delete objects in it");
        if (refused.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect)
            return new PlaceException($"is in another region than the one that was asked ({code})", "set AWS_REGION to the bucket's region");
        if (refused.StatusCode == 0)
            return Away(refused);
        return new PlaceException(FormattableString.Invariant($"cannot be used: {StoreClient.Shown} answers {(int)refused.StatusCode} {code}"), "see what is wrong with the store, and give the same command again");
    }

    private static PlaceException Away(Exception failure) =>
        new($"cannot be reached: {StoreClient.Shown} does not answer ({failure.GetBaseException().Message.TrimEnd('.')})", "see that the store runs and that AWS_ENDPOINT_URL_S3 names it");
}
