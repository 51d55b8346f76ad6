using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>Puts together what instruments do to the model's primitives.</summary>
internal static class ShockBuilder
{
    /// <summary>The shock of instruments.</summary>
    /// <param name="instruments">The instruments.</param>
    /// <param name="mayVanish">Sectors that may vanish.</param>
    /// <param name="confined">The state whose balance answers under the case's closure, or null; without instruments nobody's does.</param>
    public static Shock Build(ImmutableArray<BoundInstrument> instruments, ImmutableArray<Sector> mayVanish, Region? confined)
    {
        var parts = new Shock[instruments.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = instruments[i].Instrument.ToShock(instruments[i]);
        return new Shock
        {
            Costs = All(parts, part => part.Costs),
            ListedBans = All(parts, part => part.ListedBans),
            Tariffs = All(parts, part => part.Tariffs),
            Wedges = All(parts, part => part.Wedges),
            FlowPayments = All(parts, part => part.FlowPayments),
            Payments = All(parts, part => part.Payments),
            Purchases = All(parts, part => part.Purchases),
            MayVanish = mayVanish,
            Confined = instruments.IsEmpty ? null : confined,
        };
    }

    private static ImmutableArray<T> All<T>(Shock[] parts, Func<Shock, ImmutableArray<T>> of)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var part in parts)
            all.AddRange(of(part));
        return all.ToImmutable();
    }
}
