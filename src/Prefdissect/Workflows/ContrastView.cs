using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Contrasts;

namespace Prefdissect.Workflows;

/// <summary>A contrast, ready to be shown.</summary>
/// <param name="Rows">Standardised rows first where there are any, then group by group.</param>
public sealed record ContrastView(IReadOnlyList<ContrastRow> Rows)
{
    /// <summary>The side that a positive difference speaks for: a judge, or a judge's group.</summary>
    public required string Greater { get; init; }

    /// <summary>The side that is taken off.</summary>
    public required string Lesser { get; init; }

    /// <summary>The two judges; both the same where groups are compared.</summary>
    public required IReadOnlyList<string> Judges { get; init; }

    /// <summary>Whose ratings.</summary>
    public required AnnotatorIdentity Annotator { get; init; }

    /// <summary>The groups that standardised rows are means over; empty where there are none.</summary>
    public IReadOnlyList<string> StandardisedOver { get; init; } = [];

    /// <summary>Pairs in each fit used, by group: of the first and of the second side; 0 for a published judge.</summary>
    public required IReadOnlyDictionary<string, (int Greater, int Lesser)> Pairs { get; init; }

    /// <summary>Sides without draws, whose weights count as exact.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>Resamples behind the bootstrap; 0 where there is none.</summary>
    public int Replicates { get; init; }

    /// <summary>Queries that are resampled.</summary>
    public int Queries { get; init; }

    /// <summary>Why there is no bootstrap, as a clause; <see langword="null"/> where there is one.</summary>
    public string? NoBootstrap { get; init; }

    /// <summary>The fits compared in which pairs with a flagged response count.</summary>
    public IReadOnlyList<FlaggedFit> Flagged { get; init; } = [];

    /// <summary>What to be careful about; sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether a judge in it is simulated.</summary>
    public bool Simulated { get; init; }

    /// <summary>Whether neither side has draws, so that there are differences and no intervals.</summary>
    public bool IsPublishedOnly => Judges.All(Points.Contains);

    /// <summary>Hash of the votes; <see langword="null"/> without judges of a study, and where it was not worked out.</summary>
    public string? DataHash { get; init; }
}
