using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samarkand.Reports.Tests.Browser;

/// <summary>A tab of a browser by its DevTools protocol: commands, and the events that they bring.</summary>
internal sealed class DevTools : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private string? _session;
    private int _last;

    /// <summary>The events so far, in their order.</summary>
    public List<JsonObject> Events { get; } = [];

    public static async Task<DevTools> OpenTabAsync(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(address, cancellation);
        var tab = await tools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, cancellation);
        var attached = await tools.SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = (string)tab["targetId"]!, ["flatten"] = true }, cancellation);
        tools._session = (string)attached["sessionId"]!;
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
            await tools.SendAsync($"{domain}.enable", [], cancellation);
        return tools;
    }

    /// <summary>Sends a command and waits for its result.</summary>
    public async Task<JsonObject> SendAsync(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++_last;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
            command["sessionId"] = _session;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        while (true)
        {
            var message = await ReceiveAsync(cancellation);
            if ((int?)message["id"] == id)
                return message["result"] as JsonObject ?? throw new InvalidOperationException($"{method}: {message.ToJsonString()}");
            Events.Add(message);
        }
    }

    /// <summary>Waits for an event; one that has come already counts.</summary>
    public async Task WaitAsync(string method, CancellationToken cancellation)
    {
        while (Events.TrueForAll(e => (string?)e["method"] != method))
            Events.Add(await ReceiveAsync(cancellation));
    }

    /// <summary>The value of an expression in the page, or of what it promises.</summary>
    public async Task<JsonElement> ValueAsync(string expression, CancellationToken cancellation)
    {
        var parameters = new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true };
        var result = await SendAsync("Runtime.evaluate", parameters, cancellation);
        if (result.ContainsKey("exceptionDetails"))
            throw new InvalidOperationException(result.ToJsonString());
        return JsonSerializer.SerializeToElement(result["result"]!["value"]);
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellation)
    {
        var (buffer, text) = (new byte[65536], new MemoryStream());
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("the browser closed the connection");
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return (JsonObject)JsonNode.Parse(text.ToArray())!;
    }
}
