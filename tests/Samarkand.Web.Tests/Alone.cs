namespace Samarkand.Web.Tests;

/// <summary>Tests that measure the whole process, one after another when all others have ended.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
