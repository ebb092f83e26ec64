namespace Prefdissect.Importing;

/// <summary>
/// One way in which rows write votes. How the rows are stored (JSONL, JSON array, CSV, TSV, packed or not) is no matter of it.
/// A new format is one class, and a line in <see cref="VoteFormats.All"/>.
/// </summary>
public interface IVoteFormat
{
    /// <summary>Name of the format in messages and provenance, such as <c>auto-j</c>.</summary>
    string Name { get; }

    /// <summary>Whether these rows are of this format, told by their content.</summary>
    bool Recognises(Sample sample);

    /// <summary>A reader of the rows of one file.</summary>
    /// <param name="sample">The file's first rows.</param>
    /// <param name="options">What a person said about it.</param>
    /// <param name="notes">Takes what a person should know; rows read later may add to it.</param>
    /// <returns>A function that reads one row at a time, in the file's order.</returns>
    /// <exception cref="ImportException">The file as a whole cannot be read so.</exception>
    Func<SourceRow, ImportedRow> Open(Sample sample, ImportOptions options, ImportNotes notes);
}
