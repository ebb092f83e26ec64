using System.Text;
using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Sources;

/// <summary>
/// What this server shows. Addresses name sources by key, and keys are made here from file names that the command line gave: no path ever comes from a request.
/// </summary>
public sealed class SourceList
{
    private readonly Lock gate = new();
    private readonly List<Source> studies = [];
    private readonly string folder;

    /// <summary>A list of the studies given.</summary>
    /// <param name="paths">Study files.</param>
    /// <param name="folder">Where studies that are made in the dashboard are put.</param>
    /// <exception cref="StudyException">A file is missing or no study.</exception>
    public SourceList(IEnumerable<string> paths, string folder)
    {
        this.folder = folder;
        foreach (var path in paths)
        {
            if (Study.IsOlder(path) && IsMigrated(path)) Migrated = [.. Migrated, path];
            Add(path);
        }
    }

    /// <summary>Studies of an older version that were migrated when the server started, after a backup copy beside them.</summary>
    public IReadOnlyList<string> Migrated { get; } = [];

    /// <summary>Where studies that are made in the dashboard are put.</summary>
    public string Folder => folder;

    /// <summary>The studies, in the order in which they came.</summary>
    public IReadOnlyList<Source> Studies
    {
        get
        {
            lock (gate) return [.. studies];
        }
    }

    /// <summary>The studies, then the published judges.</summary>
    public IReadOnlyList<Source> All => [.. Studies, Source.Published];

    /// <summary>The source of a key; <see langword="null"/> where there is none.</summary>
    public Source? Find(string? key) => All.FirstOrDefault(source => source.Key == key);

    /// <summary>The path of a new study in this server's own folder, which is made where it is missing. The name comes from the program, never from a request.</summary>
    /// <param name="name">Beginning of the file's name.</param>
    public string NewPath(string name)
    {
        Directory.CreateDirectory(folder);
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(folder, number == 1 ? $"{name}.study" : FormattableString.Invariant($"{name}-{number}.study"));
            if (!File.Exists(path)) return path;
        }
    }

    /// <summary>Adds a study file, once.</summary>
    public Source Add(string path)
    {
        lock (gate)
        {
            var full = Path.GetFullPath(path);
            if (studies.Find(source => source.Path == full) is { } known) return known;
            var name = Path.GetFileNameWithoutExtension(full);
            var source = new Source(KeyFor(name), name, full);
            studies.Add(source);
            return source;
        }
    }

    // An older study that is only read is copied whole at every look. One that may not be written to is read so all the same.
    private static bool IsMigrated(string path)
    {
        try
        {
            using var study = Study.Open(path);
            return true;
        }
        catch (StudyException)
        {
            return false;
        }
    }

    private string KeyFor(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Take(40))
        {
            if (char.IsAsciiLetterOrDigit(letter)) key.Append(letter);
            else if (key.Length > 0 && key[^1] != '-') key.Append('-');
        }
        var plain = key.ToString().Trim('-');
        if (plain.Length == 0) plain = "study";
        var unique = plain;
        for (var number = 2; unique == Source.Published.Key || studies.Exists(source => source.Key == unique); number++) unique = FormattableString.Invariant($"{plain}-{number}");
        return unique;
    }
}
