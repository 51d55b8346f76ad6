using Microsoft.AspNetCore.Http;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Api;

/// <summary>Sends the answer to a case: one that was sent before, byte by byte, or one that is solved now.</summary>
internal sealed class AnswerSource(Answering answering, FinishedAnswers finished)
{
    /// <param name="context">The request.</param>
    /// <param name="form">The form.</param>
    /// <param name="table">The one table that is asked for, or null.</param>
    /// <param name="text">The text of the case.</param>
    public async Task SendAsync(HttpContext context, AnswerForm form, string? table, string text)
    {
        var key = FinishedAnswers.Key(form.Ending, table, text);
        if (finished.Find(key) is not { } bytes)
            finished.Keep(key, bytes = Solve(form, table, text, context.RequestAborted));
        context.Response.ContentType = form.ContentType;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private byte[] Solve(AnswerForm form, string? table, string text, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        form.Write(answering.Document(PostedCase.Of(text), table, cancellation), memory);
        return memory.ToArray();
    }
}
