namespace Prefdissect.Workflows;

/// <summary>What <c>doctor</c> found in a file of votes.</summary>
/// <param name="File">What became of its rows, had they been imported.</param>
public sealed record VoteFileExamination(ImportedFile File)
{
    /// <summary>Unique pairs.</summary>
    public int Pairs { get; init; }

    /// <summary>Votes for side A, for side B, and ties.</summary>
    public (int A, int B, int Ties) Verdicts { get; init; }

    /// <summary>Votes a judge; an unnamed one as it would be imported.</summary>
    public required IReadOnlyDictionary<string, int> Judges { get; init; }

    /// <summary>Votes a group.</summary>
    public required IReadOnlyDictionary<string, int> Groups { get; init; }

    /// <summary>Usable pairs a judge and group as far as votes tell, by judge and group, <c>all</c> first.</summary>
    public required IReadOnlyList<GroupExamination> Usable { get; init; }
}
