using System.Collections.Immutable;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Pages.Sankey;

/// <summary>What a Sankey diagram shows: nodes in columns, and what flows from one column's to the next's.</summary>
/// <param name="Nodes">The nodes, column by column, each from top to bottom.</param>
/// <param name="Links">The flows, each between nodes of neighbouring columns.</param>
internal sealed record SankeyGraph(ImmutableArray<SankeyNode> Nodes, ImmutableArray<SankeyLink> Links);

/// <summary>A node.</summary>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Name">Its name in full.</param>
/// <param name="Value">What goes through it, million USD a year.</param>
/// <param name="Side">The side on which it stands, which gives it a colour.</param>
internal sealed record SankeyNode(int Column, string Name, double Value, string Side);

/// <summary>A flow.</summary>
/// <param name="From">The node where it begins, by its place among all.</param>
/// <param name="To">The node where it ends.</param>
/// <param name="Value">Million USD a year.</param>
internal sealed record SankeyLink(int From, int To, double Value);
