using Prefdissect.Dashboard.Jobs;

namespace Prefdissect.Dashboard.Adding;

/// <summary>A file that was sent to this server, lying in a folder and under a name of the server's own.</summary>
/// <param name="id">Name of the upload in addresses.</param>
/// <param name="target">Key of the study that it is for; <see langword="null"/> for a new one.</param>
/// <param name="name">What a person calls it; never part of a path.</param>
/// <param name="path">Where it lies.</param>
public sealed class Upload(string id, string? target, string name, string path)
{
    private volatile CheckedUpload? found;

    /// <summary>Name of the upload in addresses.</summary>
    public string Id => id;

    /// <summary>Key of the study that it is for; <see langword="null"/> for a new one.</summary>
    public string? Target => target;

    /// <summary>What a person calls it; never part of a path.</summary>
    public string Name => name;

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>The work that looks at it, or takes it.</summary>
    public Job? Work { get; set; }

    /// <summary>What was found in it; <see langword="null"/> until it was looked at.</summary>
    public CheckedUpload? Found
    {
        get => found;
        set => found = value;
    }

    /// <summary>A message about the file in the name that a person knows.</summary>
    public string InItsName(string message) => message.Replace(path, name, StringComparison.Ordinal);
}
