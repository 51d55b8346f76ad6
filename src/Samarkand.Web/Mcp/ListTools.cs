using System.Collections.Immutable;
using System.ComponentModel;
using ModelContextProtocol.Server;
using Samarkand.Cases;
using Samarkand.Web.Api;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;

namespace Samarkand.Web.Mcp;

/// <summary>The tools that list what there is.</summary>
[McpServerToolType]
internal sealed class ListTools(OpenWorlds worlds)
{
    [McpServerTool(Name = "list_worlds", Title = "List the worlds", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("The worlds that a case may stand on: each a year of the world economy by region and sector.")]
    public WorldList Worlds() => WorldEndpoints.List(worlds);

    [McpServerTool(Name = "show_world", Title = "Show a world", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("The codes and names of a world's regions and sectors, which a case may name, and where its numbers come from.")]
    public WorldDetail World([Description("Its name, as list_worlds gives it.")] string name) => ToolProblems.Told(() => WorldEndpoints.Detail(worlds[name]));

    [McpServerTool(Name = "list_cases", Title = "List the cases", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("The sanctions cases that ship, and recipes to begin one's own with.")]
    public CaseList Cases() => CaseEndpoints.List;

    [McpServerTool(Name = "show_case", Title = "Show a case", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("The YAML text of a case that ships or of a recipe, to change and give back to the other tools. `template` is a commented case with every key.")]
    public CaseTextAnswer Case([Description("Its name, as list_cases gives it, or `template`.")] string name) => ToolProblems.Told(() => new CaseTextAnswer(
        name,
        name == "template" ? CaseTemplate.Text : ShippedCases.Text(name) ?? throw new ApiException(404, "case-name", "There is no such case", $"there is no case `{(name.Length > 60 ? name[..60] : name)}` here", "list_cases names them")));
}

/// <summary>The text of a case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its YAML text.</param>
internal sealed record CaseTextAnswer(string Name, string Text);
