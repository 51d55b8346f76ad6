using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>A world made from a user's table.</summary>
/// <param name="World">The world, balanced.</param>
/// <param name="Notes">What the user should know: assumptions made, cells changed. One line each.</param>
public sealed record ImportedWorld(World World, ImmutableArray<string> Notes);
