namespace Prefdissect.Dashboard.Jobs;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>At work.</summary>
    Running,

    /// <summary>Through with it.</summary>
    Done,

    /// <summary>Ended by a problem, which its message tells.</summary>
    Failed,

    /// <summary>Ended by a person, or with the server.</summary>
    Cancelled,
}
