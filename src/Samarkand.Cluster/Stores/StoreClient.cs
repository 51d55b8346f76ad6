using Amazon.Runtime;
using Amazon.S3;

namespace Samarkand.Cluster.Stores;

/// <summary>The way to a store as the usual variables and profiles of AWS name it.</summary>
internal static class StoreClient
{
    /// <summary>Opens it; nothing is asked yet.</summary>
    public static AmazonS3Client FromEnvironment()
    {
        // Every byte that is put is part of the request's signature, and checksums beside it are not known to every store.
        var config = new AmazonS3Config
        {
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = TimeSpan.FromMinutes(10),
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
        if (Endpoint is { } endpoint)
        {
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw StoreRefusals.NoAddress;
            // A store of one's own has no name for each bucket.
            (config.ServiceURL, config.ForcePathStyle) = (endpoint, true);
            config.AuthenticationRegion = Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? "us-east-1";
        }

        return new AmazonS3Client(config);
    }

    /// <summary>The store as a person may read it: nothing secret.</summary>
    public static string Shown => Endpoint is { } endpoint
        ? new Uri(endpoint).GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
        : "AWS";

    private static string? Endpoint => Variable("AWS_ENDPOINT_URL_S3") ?? Variable("AWS_ENDPOINT_URL");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
