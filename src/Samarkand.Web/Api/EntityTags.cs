using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Samarkand.Cases;
using Samarkand.Reports.Pages;

namespace Samarkand.Web.Api;

/// <summary>
/// Names answers by what was asked: the same case gives the same bytes, so that whoever holds an answer need not be sent it, and nothing is
/// solved to find that out. Compressed bytes are others, and have another name.
/// </summary>
internal static class EntityTags
{
    private static readonly string Build = $"{Reproduction.Version} {typeof(Case).Module.ModuleVersionId} {typeof(Reproduction).Module.ModuleVersionId} {typeof(EntityTags).Module.ModuleVersionId}";

    /// <summary>Names the answer to a request; true where whoever asks holds it already, and no more is to be sent.</summary>
    public static bool IsHeld(HttpContext context, string form, ReadOnlySpan<byte> asked)
    {
        var request = context.Request;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Build}\n{request.Path}{request.QueryString}\n{form}\n{request.Headers.AcceptEncoding}\n"));
        hash.AppendData(asked);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}\"");
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept, Accept-Encoding";
        if (!request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(tag, useStrongComparison: false) || held.Equals(EntityTagHeaderValue.Any)))
            return false;
        context.Response.StatusCode = 304;
        return true;
    }
}
