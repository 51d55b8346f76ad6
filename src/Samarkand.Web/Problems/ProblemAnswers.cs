using Microsoft.AspNetCore.Http;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Web.Api;

namespace Samarkand.Web.Problems;

/// <summary>Turns what goes wrong into an answer that says what and where; nothing of the server itself is told.</summary>
internal sealed class ProblemAnswers(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: 404 or 405 or 415, HasStarted: false, ContentType: null })
                await ProblemWriter.WriteAsync(context, Missing(context));
        }
        catch (Exception) when (context.Response.HasStarted)
        {
            context.Abort();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
            context.Response.StatusCode = 499;
        }
        catch (Exception failure)
        {
            await ProblemWriter.WriteAsync(context, Of(failure));
        }
    }

    /// <summary>What to tell of a failure.</summary>
    public static ApiProblem Of(Exception failure) => failure switch
    {
        ApiException known => known.Problem,
        InputException input => ApiProblem.Of(422, "case", "The case holds mistakes", input.Problems),
        NoEquilibriumException none => ApiProblem.Of(422, "no-equilibrium", "The case has no equilibrium", none.Message, "make its instruments smaller, or list in `may-vanish` the sectors that a region may lose"),
        BadHttpRequestException { StatusCode: 413 } => TooLarge(),
        BadHttpRequestException bad => ApiProblem.Of(bad.StatusCode, "request", "The request cannot be read", bad.Message, "send the whole body, and as many bytes as the header says"),
        _ => Mistake(failure),
    };

    /// <summary>A body that is too large.</summary>
    public static ApiProblem TooLarge() => ApiProblem.Of(413, "size", "The case is too large", "the body is larger than 1 MiB", "a case is a few kilobytes: is this the right file?");

    /// <summary>A body of another type.</summary>
    public static ApiProblem WrongType() => ApiProblem.Of(415, "type", "This is no case", "the body is of another type", $"send the YAML text of a case with the header `Content-Type: {Bodies.Yaml}`");

    private static ApiProblem Missing(HttpContext context) => context.Response.StatusCode switch
    {
        404 => ApiProblem.Of(404, "address", "There is nothing here", $"there is no {context.Request.Path}", "see /api for what there is"),
        405 => ApiProblem.Of(405, "method", "Not this way", $"{context.Request.Path} does not take {context.Request.Method}", $"it takes {context.Response.Headers.Allow}"),
        _ => WrongType(),
    };

    private static ApiProblem Mistake(Exception failure)
    {
        Console.Error.WriteLine($"samarkand: {failure}");
        return ApiProblem.Of(500, "mistake", "This is a mistake in samarkand", $"{failure.GetType().Name}", "please report it with the case");
    }
}
