using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Samarkand.Web.Problems;

namespace Samarkand.Web.Safety;

/// <summary>How much is solved at once, how many wait, and for how long.</summary>
internal static class Limits
{
    /// <summary>The name of the queue that every request which solves something stands in.</summary>
    public const string Queue = "solve";

    private const int RetryAfterSeconds = 1;

    /// <summary>A request whose time ends while it waits for its turn leaves the queue without a word, as if it were answered: it is told that its time is over.</summary>
    public static async Task TellGivenUpAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context is { RequestAborted.IsCancellationRequested: true, Response.HasStarted: false })
            throw new OperationCanceledException(context.RequestAborted);
    }

    public static void Add(IServiceCollection services, ServeSettings settings)
    {
        services.AddRequestTimeouts(options => options.AddPolicy(Queue, new RequestTimeoutPolicy
        {
            Timeout = settings.TimeLimit,
            TimeoutStatusCode = 503,
            WriteTimeoutResponse = context =>
            {
                context.Response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                return ProblemWriter.WriteAsync(context, ApiProblem.Of(503, "time", "It took too long", FormattableString.Invariant($"no answer within {settings.TimeLimit.TotalSeconds:0.#} seconds"), "ask again when fewer ask, or a smaller case"));
            },
        }));
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = 429;
            options.AddPolicy(Queue, _ => RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = settings.AtOnce,
                QueueLimit = settings.Waiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));
            options.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                await ProblemWriter.WriteAsync(rejected.HttpContext, ApiProblem.Of(429, "queue", "Too many ask at once", FormattableString.Invariant($"{settings.AtOnce} cases are being solved and {settings.Waiting} more wait"), "ask again after a second"));
            };
        });
    }
}
