using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Protocol;
using Samarkand.Reports.Pages;
using Samarkand.Web.Measuring;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Mcp;

/// <summary>The tools under the Model Context Protocol: by standard input and output, or under an address of the server.</summary>
internal static class McpServing
{
    /// <summary>The address over HTTP.</summary>
    public const string Path = "/mcp";

    private const string Instructions = "A sanctions laboratory: a general equilibrium of the world economy answers a case. Begin with list_cases and show_case; check_case tells mistakes of a changed text with their lines; quote numbers with their certificate, their assumptions and the command that repeats them. Numbers are of a model and a year of data: they are no forecast.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Adds the tools; what carries them is added by the caller.</summary>
    public static IMcpServerBuilder Add(IServiceCollection services) => services
        .AddMcpServer(server =>
        {
            server.ServerInfo = new Implementation { Name = "samarkand", Title = "Samarkand, a sanctions laboratory", Version = Reproduction.Version };
            server.ServerInstructions = Instructions;
        })
        .WithTools<ListTools>(Json)
        .WithTools<CaseTools>(Json);

    /// <summary>Serves one client on standard input and output until it leaves. Nothing else is written to standard output.</summary>
    public static async Task RunAsync(CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "samarkand" });
        Answering.Add(builder.Services, new ServeSettings());
        Add(builder.Services).WithStdioServerTransport();
        using var host = builder.Build();
        await host.RunAsync(cancellation);
    }
}
