using Prefdissect.Dashboard.Sources;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Bias;

/// <summary>
/// Measures judges beside the requests that ask for it: of a large study that takes longer than a page may. One measuring at a time for each study and asking; a study that
/// changes meanwhile is measured again once it is done, and the older result is shown until then.
/// </summary>
public sealed class BiasMeasuring
{
    private const int Most = 16;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Source, string Key), Entry> entries = [];
    private long uses;

    /// <summary>The state of a measuring, which is begun where there is none; waits for it for a while.</summary>
    /// <param name="source">A study.</param>
    /// <param name="choice">What is measured.</param>
    /// <param name="patience">How long to wait for the result.</param>
    /// <exception cref="RequestException">The study has no judge, or not the one named.</exception>
    /// <exception cref="StudyException">The file is gone or cannot be read.</exception>
    public BiasState Of(Source source, BiasChoice choice, TimeSpan patience)
    {
        var stamp = KeptResults.Stamp(source);
        Entry entry;
        Task<JudgesView> work;
        lock (gate)
        {
            if (!entries.TryGetValue((source.Key, choice.Key), out entry!)) entries.Add((source.Key, choice.Key), entry = new Entry());
            entry.Used = ++uses;
            if (entry.Work is { IsCompletedSuccessfully: true } done) entry.Last = done.Result;
            if (entry.Work is null || (entry.Work.IsCompleted && entry.Stamp != stamp))
            {
                StopOthers(source, entry);
                entry.Begin(source, choice.Request, stamp);
            }
            work = entry.Work!;
            Forget();
        }
        try
        {
            var isDone = entry.Last is null ? work.Wait(patience) : work.IsCompleted;
            return isDone ? new BiasState(work.GetAwaiter().GetResult(), false, null) : new BiasState(entry.Last, true, entry.Progress);
        }
        catch (AggregateException error) when (error.InnerException is OperationCanceledException)
        {
            return new BiasState(entry.Last, true, entry.Progress);
        }
        catch (Exception)
        {
            lock (gate) entries.Remove((source.Key, choice.Key));
            // Without the wrapping that waiting puts around it.
            work.GetAwaiter().GetResult();
            throw;
        }
    }

    // One measuring of a study at a time: whoever asks for another no longer looks at the first.
    private void StopOthers(Source source, Entry begun)
    {
        foreach (var (key, other) in entries.Where(one => one.Key.Source == source.Key && one.Value != begun && one.Value.Work is { IsCompleted: false }).ToList())
        {
            other.Stop();
            entries.Remove(key);
        }
    }

    private void Forget()
    {
        var finished = entries.Where(one => one.Value.Work is { IsCompleted: true }).OrderBy(one => one.Value.Used).Select(one => one.Key).Take(Math.Max(0, entries.Count - Most)).ToList();
        foreach (var key in finished) entries.Remove(key);
    }

    private sealed class Entry : IProgress<WorkProgress>
    {
        private readonly CancellationTokenSource stopping = new();

        public (long, long, long, long) Stamp { get; private set; }

        public Task<JudgesView>? Work { get; private set; }

        public JudgesView? Last { get; set; }

        public WorkProgress? Progress { get; private set; }

        public long Used { get; set; }

        public void Begin(Source source, JudgesRequest request, (long, long, long, long) stamp)
        {
            (Stamp, Progress) = (stamp, null);
            var stopped = stopping.Token;
            // On a thread of its own: those of the pool answer requests.
            Work = Task.Factory.StartNew(
                () =>
                {
                    using var study = Study.OpenToRead(source.Path!);
                    return JudgesWorkflow.Run(study, request, this, stopped);
                },
                stopped, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        public void Stop() => stopping.Cancel();

        void IProgress<WorkProgress>.Report(WorkProgress value) => Progress = value;
    }
}
