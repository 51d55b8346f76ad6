using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samarkand.Documents.Pages;
using Samarkand.Reports.Pages;

namespace Samarkand.Web.Pages;

/// <summary>The files of the page: its own, those that a report holds, and those of a reading. Nothing else can be asked for: there is no path, only names.</summary>
internal static class PageAssets
{
    private static readonly ConcurrentDictionary<string, Asset?> Known = new(StringComparer.Ordinal);

    public static Task SendOwnAsync(HttpContext context, string name) => SendAsync(context, typeof(PageAssets).Assembly, $"assets/{name}");

    public static Task SendOfReportAsync(HttpContext context, string name) => SendAsync(context, typeof(HtmlReport).Assembly, $"report/{name}");

    public static Task SendOfReadingAsync(HttpContext context, string name) => SendAsync(context, typeof(ReadingPage).Assembly, $"pages/{name}");

    private static async Task SendAsync(HttpContext context, Assembly assembly, string name)
    {
        if (Known.GetOrAdd(name, _ => Read(assembly, name)) is not { } asset)
        {
            Known.TryRemove(name, out _);
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.Headers.ETag = asset.Tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch == asset.Tag)
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = asset.Type;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        // Compressed once and well; what changes with each answer is compressed quickly.
        var isCompressed = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (isCompressed)
            context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(isCompressed ? asset.Compressed : asset.Bytes, context.RequestAborted);
    }

    private static Asset? Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        if (stream is null || TypeOf(name) is not { } type)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Asset(bytes, type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"", isWeak: true).ToString());
    }

    private static string? TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private sealed record Asset(byte[] Bytes, string Type, string Tag)
    {
        private readonly Lazy<byte[]> _compressed = new(() =>
        {
            using var memory = new MemoryStream();
            using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
                gzip.Write(Bytes);
            return memory.ToArray();
        });

        public byte[] Compressed => _compressed.Value;
    }
}
