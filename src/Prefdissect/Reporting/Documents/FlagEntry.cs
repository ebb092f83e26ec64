using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>How many responses show one sign of manipulation.</summary>
public sealed record FlagEntry(string Kind, int Responses)
{
    /// <summary>The entries of a status.</summary>
    public static IReadOnlyList<FlagEntry> Of(AnnotationStatus status) => [.. status.Flags.Select(flag => new FlagEntry(flag.Kind, flag.Responses))];
}
