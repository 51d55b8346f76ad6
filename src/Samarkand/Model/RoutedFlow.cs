using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>Goods that go through a third state. One way may stand in more than one entry, for a listed and a free part.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Origin">Who makes them.</param>
/// <param name="Conduit">Through whom they go.</param>
/// <param name="Destination">Who uses them.</param>
/// <param name="Basic">Their value at basic prices, million USD.</param>
/// <param name="Margin">What the conduit earns on them, million USD.</param>
internal readonly record struct RoutedFlow(Sector Sector, Region Origin, Region Conduit, Region Destination, double Basic, double Margin);
