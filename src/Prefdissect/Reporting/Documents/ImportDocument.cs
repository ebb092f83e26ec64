using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>import --json</c> prints: the whole study after the import, and what this run did.</summary>
public sealed record ImportDocument
{
    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Unique pairs in the study.</summary>
    public required int Pairs { get; init; }

    /// <summary>Votes in the study.</summary>
    public required int Votes { get; init; }

    /// <summary>Votes for the side shown as A.</summary>
    public required int AWins { get; init; }

    /// <summary>Votes for the side shown as B.</summary>
    public required int BWins { get; init; }

    /// <summary>Ties.</summary>
    public required int Ties { get; init; }

    /// <summary>Judges.</summary>
    public required int Judges { get; init; }

    /// <summary>Scenarios.</summary>
    public required int Scenarios { get; init; }

    /// <summary>Pairs whose query is a conversation.</summary>
    public required int MultiTurn { get; init; }

    /// <summary>Pairs with two equal responses.</summary>
    public required int EqualResponses { get; init; }

    /// <summary>What this run added.</summary>
    public required AddedEntry Added { get; init; }

    /// <summary>Rows refused in this run.</summary>
    public required int Refused { get; init; }

    /// <summary>What became of each file.</summary>
    public required IReadOnlyList<ImportedFileEntry> Files { get; init; }

    /// <summary>The document of a result.</summary>
    public static ImportDocument Of(ImportResult result, Provenance provenance) => new()
    {
        Provenance = provenance,
        Pairs = result.After.Pairs,
        Votes = result.After.Votes,
        AWins = result.After.AWins,
        BWins = result.After.BWins,
        Ties = result.After.Ties,
        Judges = result.After.Judges,
        Scenarios = result.After.Scenarios,
        MultiTurn = result.After.MultiTurn,
        EqualResponses = result.After.EqualResponses,
        Added = new AddedEntry(result.After.Pairs - result.Before.Pairs, result.After.Votes - result.Before.Votes),
        Refused = result.Refused,
        Files = [.. result.Files.Select(ImportedFileEntry.Of)],
    };
}
