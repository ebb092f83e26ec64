namespace Prefdissect.Dashboard.Serving;

/// <summary>Addresses on this server, as forms name them to come back to.</summary>
internal static class LocalAddress
{
    /// <summary>The address where it is one of this server's, else the first page.</summary>
    public static string OrHome(string? address) =>
        address is ['/', not '/' and not '\\', ..] && !address.AsSpan().ContainsAnyInRange('\0', '\u001f') ? address : "/";
}
