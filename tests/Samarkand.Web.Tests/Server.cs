using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Tests.Cases;

namespace Samarkand.Web.Tests;

/// <summary>A server on a free port of loopback, ended with the test.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Server(WebApplication app, ServeSettings settings)
    {
        _app = app;
        Address = new Uri(WebServer.Address(app, settings with { Key = null }));
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static string Flagship => Text("samarkand-2022.yaml");

    /// <summary>Russia's change of real income that the flagship itself expects, percent.</summary>
    public static double Russia { get; } = double.Parse(Regex.Match(Flagship, "^  RUS: \\{ real_income_pct: (-?[0-9.]+) \\}", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>How much of electronics the flagship bans: what its list reaches on its day.</summary>
    public static double Electronics { get; } = ((Ban)CaseSource.FromText(Flagship, "samarkand-2022.yaml").Case.Package[0]).Coverage;

    /// <summary>The flagship with another size of its first instrument.</summary>
    public static string FlagshipWith(string coverage) => new Regex("coverage: from-list [a-z0-9-]+").Replace(Flagship, $"coverage: {coverage}", 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Server> StartAsync(ServeSettings? settings = null)
    {
        settings ??= new ServeSettings();
        var app = WebServer.Make(settings);
        await app.StartAsync(Cancellation);
        return new Server(app, settings);
    }

    /// <summary>A case that ships.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(ShippedCases.Folder, file));

    public Task<HttpResponseMessage> PostAsync(string path, string text, string? accept = null, string type = "text/yaml") =>
        SendAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes(text)), accept, type);

    public async Task<HttpResponseMessage> SendAsync(string path, HttpContent body, string? accept = null, string? type = "text/yaml", Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        if (type is not null)
            body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        change?.Invoke(request);
        return await Client.SendAsync(request, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
