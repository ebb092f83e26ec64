using System.Security.Cryptography;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Jobs;

/// <summary>The jobs of this server, until it ends. One at a time writes to a study; ending the server cancels what runs.</summary>
/// <param name="time">The clock.</param>
public sealed class JobList(TimeProvider time) : IAsyncDisposable
{
    private const int Most = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly List<Job> jobs = [];
    private readonly CancellationTokenSource serverStops = new();

    /// <summary>All jobs, the latest first.</summary>
    public IReadOnlyList<Job> All
    {
        get
        {
            lock (gate) return [.. jobs.AsEnumerable().Reverse()];
        }
    }

    /// <summary>Begins work.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="source">The study that it is about, where there is one yet.</param>
    /// <exception cref="RequestException">Other work in the same lane has not ended.</exception>
    public Job Start(JobWork work, Source? source)
    {
        lock (gate)
        {
            if (Running(work.Lane) is { } other) throw new RequestException($"'{other.Title}' is still at work. Wait until it has ended, or cancel it.");
            var job = new Job(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), work, source, time, serverStops.Token);
            jobs.Add(job);
            if (jobs.Count > Most && jobs.Find(one => one.State != JobState.Running) is { } oldest) jobs.Remove(oldest);
            return job;
        }
    }

    /// <summary>The job of a name; <see langword="null"/> where there is none.</summary>
    public Job? Find(string? id)
    {
        lock (gate) return jobs.Find(job => job.Id == id);
    }

    /// <summary>The jobs of a study, the latest first.</summary>
    public IReadOnlyList<Job> Of(Source source) => [.. All.Where(job => job.Source == source && job.Lane is not null)];

    /// <summary>What runs in a lane; <see langword="null"/> where nothing does.</summary>
    public Job? Running(string? lane)
    {
        lock (gate) return lane is null ? null : jobs.Find(job => job.Lane == lane && job.State == JobState.Running);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await serverStops.CancelAsync();
        Task[] running;
        lock (gate) running = [.. jobs.Select(job => job.Finished)];
        await Task.WhenAll(running).WaitAsync(Patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
