using System.Security.Cryptography;
using System.Text;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Cases;

/// <summary>What the results of a case depend on.</summary>
internal static class CaseInputs
{
    /// <summary>The inputs by name.</summary>
    /// <param name="text">The case's text.</param>
    /// <param name="world">Its world.</param>
    /// <param name="others">What else the results depend on.</param>
    public static KeptInputs Of(CaseSource text, World world, params ReadOnlySpan<(string Name, string Value)> others) => new(
        [
            ("samarkand", Made.Version),
            ("world", world.About.Name),
            ("world_sha256", Hash(BinaryWorld.Write(world))),
            ("case_sha256", Hash(Encoding.UTF8.GetBytes(text.Text))),
            ("overrides", string.Join(' ', text.Overrides)),
            .. others,
            ("period", text.Period?.Name ?? ""),
        ]);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
