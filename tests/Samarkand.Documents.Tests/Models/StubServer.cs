using System.Net;
using System.Text;
using System.Text.Json;

namespace Samarkand.Documents.Tests.Models;

/// <summary>A server on this machine that answers every chat with the same text, as an OpenAI-compatible one would.</summary>
internal sealed class StubServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<string> _asked = [];

    public StubServer(string answer)
    {
        for (var port = 20_000 + Environment.ProcessId % 20_000; ; port++)
        {
            try
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add($"http://localhost:{port}/");
                _listener.Start();
                Address = new Uri($"http://localhost:{port}/v1");
                break;
            }
            catch (HttpListenerException) when (port < 65_000)
            {
            }
        }

        _ = Task.Run(() => Serve(answer));
    }

    public Uri Address { get; } = null!;

    /// <summary>The bodies of the requests.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public void Dispose() => _listener.Close();

    private async Task Serve(string answer)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using (var reader = new StreamReader(context.Request.InputStream))
                _asked.Add(await reader.ReadToEndAsync());
            var body = JsonSerializer.Serialize(new
            {
                id = "1",
                @object = "chat.completion",
                created = 1,
                model = "stub",
                choices = new[] { new { index = 0, message = new { role = "assistant", content = answer }, finish_reason = "stop" } },
                usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
            });
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }
}
