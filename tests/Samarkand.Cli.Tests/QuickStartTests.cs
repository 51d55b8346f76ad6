namespace Samarkand.Cli.Tests;

public class QuickStartTests
{
    /// <summary>A failure of it is not told, so that it is seen here.</summary>
    [Fact]
    public void The_smallest_world_is_solved() => QuickStart.Solve();

    [Fact]
    public void A_command_is_the_same_alone_and_among_all()
    {
        foreach (var command in CommandLine.Root().Subcommands.Where(command => command.Name != "help"))
        {
            var alone = Assert.Single(CommandLine.Root([command.Name]).Subcommands);
            Assert.Equal(command.Name, alone.Name);
            Assert.Equal(command.Description, alone.Description);
            Assert.Equal(command.Options.Select(option => option.Name), alone.Options.Select(option => option.Name));
            Assert.Equal(command.Subcommands.Select(inner => inner.Name), alone.Subcommands.Select(inner => inner.Name));
        }
    }
}
