using System.Text.Json;
using Samarkand.Model;

namespace Samarkand.Tests.Cases;

/// <summary>Compares shocks by every number in them.</summary>
internal static class Shocks
{
    private static readonly JsonSerializerOptions Named = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static void AssertSame(Shock expected, Shock actual) => Assert.Equal(JsonSerializer.Serialize(expected, Named), JsonSerializer.Serialize(actual, Named));
}
