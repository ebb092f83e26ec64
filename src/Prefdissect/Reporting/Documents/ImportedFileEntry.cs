using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What became of one file.</summary>
/// <param name="File">The file as it was given.</param>
/// <param name="Format">Its format.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Votes">Votes in it.</param>
/// <param name="Ratings">Ratings taken from it.</param>
/// <param name="Refused">Rows refused.</param>
/// <param name="Reasons">Reasons of the first rows refused.</param>
/// <param name="RefusedRowsFile">Where the refused rows are.</param>
/// <param name="Notes">How it was read.</param>
/// <param name="Failure">Why nothing of it was imported.</param>
public sealed record ImportedFileEntry(
    string File, string? Format, int Rows, int Votes, int Ratings, int Refused, IReadOnlyList<string> Reasons, string? RefusedRowsFile, IReadOnlyList<string> Notes, string? Failure)
{
    /// <summary>The entry of a file.</summary>
    public static ImportedFileEntry Of(ImportedFile file) => new(
        file.Path, file.Format, file.Rows, file.Votes, file.Ratings, file.Refused, [.. file.FirstRefused.Select(row => row.Reason)], file.RefusedRowsFile, file.Notes, file.Failure);
}
