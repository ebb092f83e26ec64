namespace Prefdissect.Dashboard.Sources;

/// <summary>
/// Results of reading studies, until the file changes: its length and time of writing, and those of the write-ahead log beside it. The oldest go first when there are many.
/// </summary>
public sealed class KeptResults
{
    private const int Most = 64;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Source, string Key), Entry> entries = [];
    private long uses;

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
