using Prefdissect.Importing;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Adding;

/// <summary>What an uploaded file would give; nothing was written for it.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Options">How it was read.</param>
public sealed record CheckedUpload(UploadKind Kind, ImportOptions Options)
{
    /// <summary>What was found in a file of votes; <see langword="null"/> for labels, and where the file cannot be read as a whole.</summary>
    public VoteFileExamination? Votes { get; init; }

    /// <summary>Labels in a file of labels.</summary>
    public int Labels { get; init; }

    /// <summary>Why the file cannot be taken as a whole; <see langword="null"/> where it can, apart from refused rows.</summary>
    public string? Failure { get; init; }

    /// <summary>The first labels that cannot be used, where there are several.</summary>
    public IReadOnlyList<FileProblem> Problems { get; init; } = [];

    /// <summary>How many labels cannot be used, where there are several.</summary>
    public int ProblemCount { get; init; }

    /// <summary>Where the file's format was not recognised: its columns, for a person to say what they are.</summary>
    public IReadOnlyList<FileColumn> Columns { get; init; } = [];

    /// <summary>Judges that the file names.</summary>
    public IReadOnlyList<string> Judges => Votes is { File.UnnamedVotes: var unnamed } found ? [.. found.Judges.Where(judge => judge.Key != Pairs.Vote.UnnamedJudge || judge.Value > unnamed).Select(judge => judge.Key)] : [];

    /// <summary>Whether a name has to be given to a judge.</summary>
    public bool NeedsName => Kind == UploadKind.Labels || Votes is { File.UnnamedVotes: > 0 };

    /// <summary>Whether there is anything to be taken.</summary>
    public bool HasUse => Failure is null && (Kind == UploadKind.Labels ? Labels > 0 : Votes is { File.Votes: > 0 });
}
