namespace Prefdissect.Dashboard.Jobs;

/// <summary>Work to be done behind the pages.</summary>
/// <param name="Title">What it is, for a person; may hold names from files.</param>
/// <param name="Lane">Of the works of one lane one runs at a time: the file that is written. <see langword="null"/> for work that writes nothing.</param>
/// <param name="Run">Does it, telling the job how far it is and watching for its cancellation.</param>
public sealed record JobWork(string Title, string? Lane, Func<Job, JobOutcome> Run)
{
    /// <summary>Lane of everything that makes a new study.</summary>
    public const string NewStudy = "new study";
}
