using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Samarkand.Web;

namespace Samarkand.Timings;

/// <summary>The server on a free port of loopback, and the flagship to ask it.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private static readonly string Flagship = File.ReadAllText(Path.Combine("cases", "samarkand-2022.yaml"));

    private readonly WebApplication _app;

    private RunningServer(WebApplication app, Uri address) => (_app, Address, Client) = (app, address, new HttpClient { BaseAddress = address });

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<RunningServer> StartAsync()
    {
        var settings = new ServeSettings();
        var app = WebServer.Make(settings);
        await app.StartAsync();
        return new RunningServer(app, new Uri(WebServer.Address(app, settings)));
    }

    /// <summary>The flagship with another size of its first instrument for each number below 70,000.</summary>
    public static string Case(int number) => Coverage().Replace(Flagship, string.Create(CultureInfo.InvariantCulture, $"coverage: {0.2 + number % 70_000 / 100_000.0:0.00000}"), 1);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    [GeneratedRegex("coverage: from-list [a-z0-9-]+")]
    private static partial Regex Coverage();
}
