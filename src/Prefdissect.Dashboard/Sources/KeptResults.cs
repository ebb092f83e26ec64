namespace Prefdissect.Dashboard.Sources;

/// <summary>
/// Results of reading studies, until the file changes: its length and time of writing, and those of the write-ahead log beside it. The oldest go first when there are many.
/// </summary>
public sealed class KeptResults : IDisposable
{
    private const int Most = 64;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim beside = new(1);
    private readonly Dictionary<(string Source, string Key), Entry> entries = [];
    private readonly Dictionary<(string Source, string Key), Task<object>> working = [];
    private long uses;

    /// <summary>A result that was kept, or a new one where it is there soon; <see langword="null"/> while it is still being worked out, beside the requests.</summary>
    /// <typeparam name="T">An immutable result.</typeparam>
    public T? Soon<T>(Source source, string key, Func<T> make, TimeSpan patience)
        where T : class
    {
        var stamp = Stamp(source);
        Task<object> work;
        lock (gate)
        {
            if (entries.TryGetValue((source.Key, key), out var kept) && kept.Stamp == stamp && kept.Value.IsValueCreated)
            {
                kept.Used = ++uses;
                return (T)kept.Value.Value;
            }
            if (!working.TryGetValue((source.Key, key), out work!)) working.Add((source.Key, key), work = Task.Factory.StartNew(
                () => OneByOne(() => (object)Of(source, key, make)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        }
        try
        {
            if (!work.Wait(patience)) return null;
        }
        catch (AggregateException)
        {
            // Told below, without the wrapping that waiting puts around it.
        }
        lock (gate)
        {
            if (working.TryGetValue((source.Key, key), out var now) && now == work) working.Remove((source.Key, key));
        }
        return (T)work.GetAwaiter().GetResult();
    }

    // What goes on beside the requests leaves processors to them.
    private T OneByOne<T>(Func<T> work)
    {
        beside.Wait();
        try
        {
            return work();
        }
        finally
        {
            beside.Release();
        }
    }

    /// <summary>A result that was kept, or a new one. Two requests at once for the same work it out once.</summary>
    /// <typeparam name="T">An immutable result.</typeparam>
    public T Of<T>(Source source, string key, Func<T> make)
        where T : class
    {
        var stamp = Stamp(source);
        Entry entry;
        lock (gate)
        {
            if (!entries.TryGetValue((source.Key, key), out entry!) || entry.Stamp != stamp)
            {
                entry = new Entry(stamp, new Lazy<object>(make));
                entries[(source.Key, key)] = entry;
                if (entries.Count > Most) entries.Remove(entries.MinBy(one => one.Value.Used).Key);
            }
            entry.Used = ++uses;
        }
        try
        {
            return (T)entry.Value.Value;
        }
        catch
        {
            lock (gate)
            {
                if (entries.TryGetValue((source.Key, key), out var now) && ReferenceEquals(now, entry)) entries.Remove((source.Key, key));
            }
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => beside.Dispose();

    /// <summary>What changes when the study file does.</summary>
    internal static (long, long, long, long) Stamp(Source source)
    {
        if (source.Path is not { } path) return default;
        var (file, log) = (new FileInfo(path), new FileInfo(path + "-wal"));
        return (file.Exists ? file.Length : -1, file.LastWriteTimeUtc.Ticks, log.Exists ? log.Length : -1, log.Exists ? log.LastWriteTimeUtc.Ticks : 0);
    }

    private sealed class Entry((long, long, long, long) stamp, Lazy<object> value)
    {
        public (long, long, long, long) Stamp => stamp;

        public Lazy<object> Value => value;

        public long Used { get; set; }
    }
}
