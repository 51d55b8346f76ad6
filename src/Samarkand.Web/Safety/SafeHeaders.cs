using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Samarkand.Web.Safety;

/// <summary>What every answer tells a browser: load nothing from elsewhere, run no code but the files of this server, and be framed by nobody, but for a chart that is asked for by <c>?embed</c>.</summary>
internal sealed class SafeHeaders(RequestDelegate next)
{
    private const string Page = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A chart that another page shows. It holds nothing to press, and that page cannot look into the frame.
    private static readonly string Framed = Page.Replace("frame-ancestors 'none'", "frame-ancestors *", StringComparison.Ordinal);

    // The browser of the API is not ours and writes styles and a script into its page; it may reach this server alone.
    private const string Reference = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[HeaderNames.ContentSecurityPolicy] = context.Request.Path.Value switch
        {
            "/api" or "/api/" => Reference,
            "/" when context.Request.Query.ContainsKey("embed") => Framed,
            _ => Page,
        };
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    }
}
