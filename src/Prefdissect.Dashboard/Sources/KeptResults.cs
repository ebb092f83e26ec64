namespace Prefdissect.Dashboard.Sources;

/// <summary>
/// Results of reading studies, until the file changes: its length and time of writing, and those of the write-ahead log beside it. The oldest go first when there are many.
/// What may take long is worked out beside the requests, one thing at a time, so that processors are left to them: what was asked for last comes first, and what nobody
/// has asked for in a while is dropped before it is begun.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class KeptResults(TimeProvider time)
{
    /// <summary>Results that are kept.</summary>
    internal const int Most = 96;

    /// <summary>How long something waits without being asked for again; pages ask every second.</summary>
    internal static readonly TimeSpan Interest = TimeSpan.FromSeconds(20);

    // A file that is written all the time would never get a result if one that has just been finished did not count.
    private static readonly TimeSpan JustFinished = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Source, string Key), Entry> entries = [];
    private readonly Dictionary<(string Source, string Key), Work> works = [];
    private bool isWorking;
    private long uses;

    /// <summary>A result that was kept, or a new one where it is there soon; <see langword="null"/> while it is still being worked out, beside the requests.</summary>
    /// <typeparam name="T">An immutable result.</typeparam>
    public T? Soon<T>(Source source, string key, Func<T> make, TimeSpan patience)
        where T : class
    {
        var (stamp, place) = (Stamp(source), (source.Key, key));
        Work work;
        lock (gate)
        {
            if (entries.TryGetValue(place, out var kept) && kept.Stamp == stamp && kept.Value.IsValueCreated)
            {
                kept.Used = ++uses;
                works.Remove(place);
                return (T)kept.Value.Value;
            }
            if (works.TryGetValue(place, out var known) && known.IsOld(time)) works.Remove(place);
            if (!works.TryGetValue(place, out work!)) works.Add(place, work = new Work(() => Of(source, key, make)));
            work.Asked = time.GetTimestamp();
            if (!isWorking) BeginWorking();
        }
        try
        {
            if (!work.Result.Wait(patience)) return null;
        }
        catch (AggregateException)
        {
            // Told below, without the wrapping that waiting puts around it.
        }
        lock (gate)
        {
            if (works.TryGetValue(place, out var now) && now == work) works.Remove(place);
        }
        return work.Result.IsCanceled ? null : (T)work.Result.GetAwaiter().GetResult();

        void BeginWorking()
        {
            isWorking = true;
            // On a thread of its own: those of the pool answer requests.
            Task.Factory.StartNew(WorkThrough, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>A result that was kept, or a new one. Two requests at once for the same work it out once.</summary>
    /// <typeparam name="T">An immutable result.</typeparam>
    public T Of<T>(Source source, string key, Func<T> make)
        where T : class
    {
        var (stamp, place) = (Stamp(source), (source.Key, key));
        Entry entry;
        lock (gate)
        {
            if (!entries.TryGetValue(place, out entry!) || entry.Stamp != stamp) entries[place] = entry = new Entry(stamp, new Lazy<object>(make));
            entry.Used = ++uses;
            while (entries.Count > Most && Oldest() is { } oldest) entries.Remove(oldest);
        }
        try
        {
            return (T)entry.Value.Value;
        }
        catch
        {
            lock (gate)
            {
                if (entries.TryGetValue(place, out var now) && ReferenceEquals(now, entry)) entries.Remove(place);
            }
            throw;
        }
    }

    /// <summary>What changes when the study file does.</summary>
    internal static (long, long, long, long) Stamp(Source source)
    {
        if (source.Path is not { } path) return default;
        var (file, log) = (new FileInfo(path), new FileInfo(path + "-wal"));
        return (file.Exists ? file.Length : -1, file.LastWriteTimeUtc.Ticks, log.Exists ? log.Length : -1, log.Exists ? log.LastWriteTimeUtc.Ticks : 0);
    }

    // What is still being made is waited for by somebody.
    private (string, string)? Oldest() => entries.Where(one => one.Value.Value.IsValueCreated).OrderBy(one => one.Value.Used).Select(one => ((string, string)?)one.Key).FirstOrDefault();

    private void WorkThrough()
    {
        while (Next() is { } work) work.Run(time);
    }

    private Work? Next()
    {
        lock (gate)
        {
            foreach (var (place, forgotten) in works.Where(one => !one.Value.IsBegun && time.GetElapsedTime(one.Value.Asked) > Interest).ToList())
            {
                works.Remove(place);
                forgotten.Drop();
            }
            var next = works.Values.Where(work => !work.IsBegun).MaxBy(work => work.Asked);
            if (next is not null) next.IsBegun = true;
            isWorking = next is not null;
            return next;
        }
    }

    private sealed class Entry((long, long, long, long) stamp, Lazy<object> value)
    {
        public (long, long, long, long) Stamp => stamp;

        public Lazy<object> Value => value;

        public long Used { get; set; }
    }

    /// <summary>Something that is, or will be, worked out beside the requests.</summary>
    private sealed class Work(Func<object> make)
    {
        private readonly TaskCompletionSource<object> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long finished;

        public Task<object> Result => result.Task;

        public long Asked { get; set; }

        public bool IsBegun { get; set; }

        public void Run(TimeProvider time)
        {
            try
            {
                var made = make();
                Volatile.Write(ref finished, time.GetTimestamp());
                result.SetResult(made);
            }
            catch (Exception error)
            {
                Volatile.Write(ref finished, time.GetTimestamp());
                result.SetException(error);
                // Whoever asks is told; nobody may be left to ask.
                _ = result.Task.Exception;
            }
        }

        public void Drop() => result.TrySetCanceled();

        public bool IsOld(TimeProvider time) => Result.IsCompleted && time.GetElapsedTime(Volatile.Read(ref finished)) > JustFinished;
    }
}
