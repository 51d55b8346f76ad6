using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samarkand.Web.Mcp;
using Samarkand.Web.Measuring;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Safety;

/// <summary>
/// Who may ask. A page of another site must not reach a server on this machine, whatever name it gives it: a server on loopback answers to
/// the names of loopback alone, and none takes requests that another site's page makes. Where there is a key, the API answers to those who
/// know it.
/// </summary>
internal sealed class Callers(RequestDelegate next, ServeSettings settings)
{
    private const string Scheme = "Bearer ";

    private readonly bool _isLocal = settings.Host == "localhost" || (IPAddress.TryParse(settings.Host, out var address) && IPAddress.IsLoopback(address));
    private readonly ImmutableArray<ImmutableArray<byte>> _keys = settings.Key is { } key ? settings.KeyHashes.Add(KeyFile.Hash(key)) : settings.KeyHashes;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (_isLocal && !IsLoopbackName(request.Host.Host))
            return Refuse(context, 421, "host", $"this server does not answer to the name `{Shown(request.Host.Host)}`", "open it by the address that `samarkand serve` prints");
        if (IsFromElsewhere(request))
            return Refuse(context, 403, "origin", "a page of another site asks", "ask from the server's own page, or from a program");
        if (!_keys.IsEmpty && NeedsKey(request.Path) && !KnowsKey(request))
        {
            context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
            return Refuse(context, 401, "key", "this server answers to those who know its key", "send the header `Authorization: Bearer KEY`");
        }

        return next(context);
    }

    private static bool IsLoopbackName(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Browsers say where a request comes from, and pages cannot write these headers.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (request.Headers.Origin is [{ } origin, ..] && origin != $"{request.Scheme}://{request.Host}")
            return true;
        var isNavigation = request.Method == HttpMethods.Get && request.Headers["Sec-Fetch-Mode"] == "navigate";
        return request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && !isNavigation;
    }

    // The page's own files hold nothing that is not public.
    private static bool NeedsKey(PathString path) => path.StartsWithSegments("/api/v1") || path.StartsWithSegments("/page") || path.StartsWithSegments(McpServing.Path) || path.StartsWithSegments(MetricsEndpoint.Path);

    private bool KnowsKey(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } given] || !given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        // All of them, so that the time tells nobody which one it is.
        var (hash, isKnown) = (KeyFile.Hash(given[Scheme.Length..].Trim()), false);
        foreach (var key in _keys)
            isKnown |= CryptographicOperations.FixedTimeEquals(hash.AsSpan(), key.AsSpan());
        return isKnown;
    }

    private static string Shown(string host) => host.Length > 60 ? host[..60] : host;

    private static Task Refuse(HttpContext context, int status, string kind, string detail, string remedy) =>
        ProblemWriter.WriteAsync(context, ApiProblem.Of(status, kind, "Not from here", detail, remedy));
}
