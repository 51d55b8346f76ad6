namespace Samarkand.Worlds;

/// <summary>A vote on one resolution, as a number in a table of ties.</summary>
internal static class RollCall
{
    internal static readonly string[] Votes = ["yes", "abstain", "no"];
    internal static readonly double[] Values = [1, 0, -1];

    /// <summary>The vote of a number: <c>yes</c> 1, <c>abstain</c> 0, <c>no</c> -1; null for none, and for any other number.</summary>
    public static string? Vote(double? value) => value is { } number && Array.IndexOf(Values, number) is >= 0 and var vote ? Votes[vote] : null;
}
