using System.Net;
using System.Net.Sockets;
using Npgsql;
using Samarkand.Core;

namespace Samarkand.Cluster.Silos;

/// <summary>The address and the port at which other workers reach this one.</summary>
internal static class OwnAddress
{
    /// <summary>The address: what is given, or the one of this machine from which the database is reached.</summary>
    /// <exception cref="InputException">What is given is no address of this machine's.</exception>
    public static IPAddress Of(WorkerSettings settings)
    {
        if (settings.Address is { } given)
            return IPAddress.TryParse(given, out var parsed) ? parsed : throw new InputException(new InputProblem("--address", 0, 0, $"`{given}` is no address", "write one of this machine's, such as 10.0.0.7"));
        var database = new NpgsqlConnectionStringBuilder(settings.Cluster.Text);
        if (database.Host!.StartsWith('/'))
            return IPAddress.Loopback;
        try
        {
            // Nothing is sent: the system only says by which way it would go.
            using var way = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            way.Connect(database.Host.Split(',')[0], database.Port);
            return ((IPEndPoint)way.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return IPAddress.Loopback;
        }
    }

    /// <summary>The port: what is given, or a free one.</summary>
    public static int PortOf(int given, IPAddress address)
    {
        if (given != 0)
            return given;
        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
