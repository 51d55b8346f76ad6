using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>
/// Markets of one sector that are one market: what reaches their buyers, home sales included, is at most so much, and one levy on all that they buy,
/// the same in each, rises until they buy no more (docs/method.md, section 1e). Where less is wanted there is none.
/// </summary>
/// <param name="Sector">The sector.</param>
/// <param name="Members">Whose markets, each once.</param>
/// <param name="Capacity">The most that arrives, expenditure over price in sum, over what it was; above 0.</param>
/// <param name="Passed">The share of the levy on what others sell to a member that is theirs, in [0, 1]; the rest is the member's own.</param>
internal sealed record Pool(Sector Sector, ImmutableArray<Region> Members, double Capacity, double Passed);
