using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>doctor FILE --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="File">How the file was read.</param>
/// <param name="Pairs">Unique pairs.</param>
/// <param name="Votes">Votes.</param>
/// <param name="AWins">Votes for side A.</param>
/// <param name="BWins">Votes for side B.</param>
/// <param name="Ties">Ties.</param>
/// <param name="Judges">Judge → votes.</param>
/// <param name="Groups">Group → votes.</param>
/// <param name="Usable">Usable pairs a judge and group.</param>
public sealed record VoteFileDocument(
    Provenance Provenance, ImportedFileEntry File, int Pairs, int Votes, int AWins, int BWins, int Ties, IReadOnlyDictionary<string, int> Judges,
    IReadOnlyDictionary<string, int> Groups, IReadOnlyList<GroupEntry> Usable)
{
    /// <summary>The document of an examination.</summary>
    public static VoteFileDocument Of(VoteFileExamination file, Provenance provenance) => new(
        provenance, ImportedFileEntry.Of(file.File), file.Pairs, file.File.Votes, file.Verdicts.A, file.Verdicts.B, file.Verdicts.Ties, file.Judges, file.Groups,
        [.. file.Usable.Select(group => GroupEntry.Of(null, group))]);
}
