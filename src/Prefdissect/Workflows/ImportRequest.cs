using Prefdissect.Importing;

namespace Prefdissect.Workflows;

/// <summary>What to import.</summary>
/// <param name="Files">The files, in the order in which they are read.</param>
/// <param name="Options">How to read them.</param>
/// <param name="BadRows">What to do with rows that cannot be used.</param>
public sealed record ImportRequest(IReadOnlyList<string> Files, ImportOptions Options, BadRows BadRows)
{
    /// <summary>The name under which votes are kept, for a file that lies under another; <see langword="null"/> for the file's own.</summary>
    public string? SourceName { get; init; }
}
