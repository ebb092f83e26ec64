using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>contrast --json</c> prints.</summary>
public sealed record ContrastDocument
{
    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whether a judge in it is simulated.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Whose ratings.</summary>
    public required string Annotator { get; init; }

    /// <summary>The judges: two, or one that is compared on two groups.</summary>
    public required IReadOnlyList<string> Judges { get; init; }

    /// <summary>The side that a positive difference speaks for: a judge, or a group.</summary>
    public required string Greater { get; init; }

    /// <summary>The side that is taken off.</summary>
    public required string Lesser { get; init; }

    /// <summary>The groups that <c>standardised</c> rows are means over.</summary>
    public required IReadOnlyList<string> StandardisedOver { get; init; }

    /// <summary>Judges whose weights are points and count as exact.</summary>
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>What low, high and probabilityGreater are, in words.</summary>
    public required string Posterior { get; init; }

    /// <summary>What modeDifference, bootstrapLow and bootstrapHigh are, in words.</summary>
    public required string Bootstrap { get; init; }

    /// <summary>Resamples; 0 where there is no bootstrap.</summary>
    public required int Replicates { get; init; }

    /// <summary>Queries that are resampled; 0 where there is no bootstrap.</summary>
    public required int Queries { get; init; }

    /// <summary>Fits compared in which pairs with a flagged response count.</summary>
    public required IReadOnlyList<FlaggedFitEntry> Flagged { get; init; }

    /// <summary>What to be careful about.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>One entry a property and group.</summary>
    public required IReadOnlyList<ContrastEntry> Rows { get; init; }

    /// <summary>The document of a view.</summary>
    public static ContrastDocument Of(ContrastView view, Provenance provenance) => new()
    {
        Provenance = provenance,
        Simulated = view.Simulated,
        Annotator = view.Annotator.Id,
        Judges = view.Judges,
        Greater = view.Greater,
        Lesser = view.Lesser,
        StandardisedOver = view.StandardisedOver,
        Points = view.Points,
        Posterior = ContrastTables.PosteriorText,
        Bootstrap = ContrastTables.BootstrapText(view),
        Replicates = view.Replicates,
        Queries = view.Queries,
        Flagged = FlaggedFitEntry.Of(view.Flagged),
        Warnings = view.Warnings,
        Rows = [.. view.Rows.Select(row => ContrastEntry.Of(row, view))],
    };
}
