using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>What an import did.</summary>
/// <param name="Files">What became of each file, in the order given.</param>
/// <param name="Before">What the study held before.</param>
/// <param name="After">What it holds now.</param>
/// <param name="DataHash">Hash of the votes it holds now.</param>
public sealed record ImportResult(IReadOnlyList<ImportedFile> Files, StudyCounts Before, StudyCounts After, string DataHash)
{
    /// <summary>Whether a file was not imported.</summary>
    public bool AnyFailed => Files.Any(file => file.Failure is not null);

    /// <summary>Rows refused, over all files.</summary>
    public int Refused => Files.Sum(file => file.Refused);
}
