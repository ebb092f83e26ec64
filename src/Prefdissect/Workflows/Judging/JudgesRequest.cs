namespace Prefdissect.Workflows.Judging;

/// <summary>Which judges to measure, and against whom.</summary>
public sealed record JudgesRequest
{
    /// <summary>Judges by name; all where empty. Others are compared with these all the same.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>Judges with imported votes that are people, beside those who voted here and <c>human</c>.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Which writer is a judge's own model, where it is not named like the judge or the model that was asked.</summary>
    public IReadOnlyList<(string Judge, string Writer)> OwnModels { get; init; } = [];

    /// <summary>Annotator whose fits tell what length weighs; where <see langword="null"/>, the only one there is besides <c>planted</c>.</summary>
    public string? Annotator { get; init; }

    /// <summary>Of the most pairs to measure, one in so many: a judge of fewer pairs than that is measured on all of them.</summary>
    internal const int FewOf = 10;

    /// <summary>Pairs to measure at most: of a study with more, so many that chance takes, and beside them all of a judge who has a tenth as many or fewer. All where <see langword="null"/>.</summary>
    public int? MostPairs { get; init; }

    /// <summary>Seed of the bootstrap, 0 or more; also decides which pairs are taken where not all are.</summary>
    public ulong Seed { get; init; } = 1;
}
