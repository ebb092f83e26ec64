using Prefdissect.Dashboard.Sources;

namespace Prefdissect.Dashboard.Adding;

/// <summary>The addresses of the page, for a study and for a new one.</summary>
internal static class AddAddresses
{
    /// <summary>The page on which a new study is begun.</summary>
    public const string New = "/new";

    private const string Sending = "/send";

    /// <summary>The page for a study; without one, for a new study.</summary>
    public static string Page(Source? source) => source?.Address("add") ?? New;

    /// <summary>Where its files are sent.</summary>
    public static string Send(Source? source) => Page(source) + Sending;

    /// <summary>Whether an address takes a file.</summary>
    public static bool TakesFile(string path) => path == New + Sending || (path.StartsWith("/study/", StringComparison.Ordinal) && path.EndsWith("/add" + Sending, StringComparison.Ordinal));

    /// <summary>The page of an address that takes a file.</summary>
    public static string Form(string path) => path[..^Sending.Length];
}
