using System.Net;
using System.Net.Sockets;

namespace Prefdissect.Models.Servers;

/// <summary>Ports of this machine.</summary>
internal static class FreePort
{
    /// <summary>A port on the loopback address on which nothing listens now.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
