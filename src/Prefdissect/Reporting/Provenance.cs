using System.Reflection;
using System.Text.Json;

namespace Prefdissect.Reporting;

/// <summary>
/// Where a document, figure or report comes from. It holds no clock time, so that the same command on the same study prints the same document.
/// </summary>
public sealed record Provenance
{
    /// <summary>Version of Prefdissect.</summary>
    public string Version { get; init; } = ProgramVersion;

    /// <summary>The command in words, such as <c>dissect</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Options that shaped the result, by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Hash of the data that it was made from, where it was made from any.</summary>
    public string? Data { get; init; }

    /// <summary>Seed, where chance played.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Writes it as the property <c>provenance</c> of the object that is open: what there is none of is left out.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("provenance");
        json.WriteString("version", Version);
        json.WriteString("command", Command);
        if (Data is { } data) json.WriteString("data", data);
        if (Seed is { } seed) json.WriteNumber("seed", seed);
        json.WriteStartObject("options");
        foreach (var (option, value) in Options) json.WriteString(option, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The end of a figure's last line: the data it was made from, by the beginning of its hash, and the version.</summary>
    public string Imprint() => Data is { } hash ? $"data {FitLines.ShortHash(hash)} · Prefdissect {Version}" : $"Prefdissect {Version}";

    private static string ProgramVersion { get; } =
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
