using Prefdissect.Dashboard.Sources;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Jobs;

/// <summary>Work that goes on behind the pages: started once, looked at by any number of requests, cancelled at any time.</summary>
public sealed class Job : IProgress<WorkProgress>
{
    private readonly CancellationTokenSource stop;
    private readonly TimeProvider time;
    private readonly long began;
    private volatile Snapshot now = new(JobState.Running, null, null);
    private volatile Reported? reported;
    private long ended;

    /// <summary>Begins the work.</summary>
    /// <param name="id">Name of the job in addresses.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="source">The study that it is about, where that is known beforehand.</param>
    /// <param name="time">The clock.</param>
    /// <param name="serverStops">Cancels it with the server.</param>
    internal Job(string id, JobWork work, Source? source, TimeProvider time, CancellationToken serverStops)
    {
        (Id, Title, Lane, Source, this.time, began) = (id, work.Title, work.Lane, source, time, time.GetTimestamp());
        stop = CancellationTokenSource.CreateLinkedTokenSource(serverStops);
        Finished = Task.Factory.StartNew(() => Run(work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Name of the job in addresses.</summary>
    public string Id { get; }

    /// <summary>What it is, for a person; may hold names from files.</summary>
    public string Title { get; }

    /// <summary>Of the jobs of one lane one runs at a time.</summary>
    public string? Lane { get; }

    /// <summary>The study that it is about; work that makes one tells it here.</summary>
    public Source? Source { get; set; }

    /// <summary>How far it is.</summary>
    public JobState State => now.State;

    /// <summary>What is being done, or was being done last.</summary>
    public WorkProgress? Progress => reported?.Progress;

    /// <summary>What came of it; <see langword="null"/> while it runs and where it failed or was cancelled.</summary>
    public JobOutcome? Outcome => now.Outcome;

    /// <summary>Why it failed; <see langword="null"/> where it did not.</summary>
    public string? Failure => now.Failure;

    /// <summary>How long it ran, until now or its end.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(began, State == JobState.Running ? time.GetTimestamp() : Volatile.Read(ref ended));

    /// <summary>Ends with the job, without an error of its own.</summary>
    public Task Finished { get; }

    /// <summary>For the work to watch.</summary>
    public CancellationToken Cancellation => stop.Token;

    /// <summary>Asks the work to stop; it does so as soon as it can.</summary>
    public void Cancel() => stop.Cancel();

    /// <inheritdoc/>
    public void Report(WorkProgress value) => reported = new Reported(value);

    private void Run(JobWork work)
    {
        Snapshot end;
        try
        {
            end = new(JobState.Done, work.Run(this), null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            end = new(JobState.Cancelled, null, null);
        }
        catch (Exception error)
        {
            // Whatever ends the work is told where it is looked at; there is nobody else to tell.
            end = new(JobState.Failed, null, Told(work, error));
        }
        Volatile.Write(ref ended, time.GetTimestamp());
        now = end;
    }

    private string Told(JobWork work, Exception error) => error switch
    {
        RequestException or StudyException or ImportException => error.Message,
        IOException or UnauthorizedAccessException => $"A file could not be read or written: {error.Message}",
        _ when StudyProblem.In(Source?.Path ?? work.Lane ?? "the study", error) is { } problem => problem.Message,
        _ => $"The program failed at this ({error.GetType().Name}: {error.Message}). What was complete is kept.",
    };

    private sealed record Reported(WorkProgress Progress);

    private sealed record Snapshot(JobState State, JobOutcome? Outcome, string? Failure);
}
