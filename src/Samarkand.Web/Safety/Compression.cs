using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace Samarkand.Web.Safety;

/// <summary>What is sent compressed. Nothing that is sent holds a secret beside what the caller sent, so that sizes tell nobody anything.</summary>
internal static class Compression
{
    public static void Add(IServiceCollection services)
    {
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddResponseCompression(options =>
        {
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "text/csv", "text/yaml", "application/json", "application/problem+json"];
        });
    }
}
