using Prefdissect.Importing.Files;

namespace Prefdissect.Importing;

/// <summary>
/// A file of votes, opened: its format is recognised, its rows can be read once, as a stream. Plain or gzip (told by content), UTF-8 with or without a
/// byte-order mark; JSONL, a JSON array, or a table with commas, semicolons or tabs.
/// </summary>
public sealed class VoteFile : IDisposable
{
    private readonly TextFile text;
    private readonly IEnumerator<ScannedRow> scanned;
    private readonly List<ScannedRow> ahead;
    private readonly Func<SourceRow, ImportedRow> read;
    private readonly ImportNotes notes;
    private readonly string? unnamed;
    private bool isRead;

    private VoteFile(TextFile text, IEnumerator<ScannedRow> scanned, List<ScannedRow> ahead, Recognised recognised)
    {
        (this.text, this.scanned, this.ahead) = (text, scanned, ahead);
        (Format, read, notes, unnamed) = recognised;
    }

    /// <summary>Path of the file, as it was given.</summary>
    public string Path => text.Path;

    /// <summary>Name of the recognised format.</summary>
    public string Format { get; }

    /// <summary>What a person should know about how the file was read; complete once all rows are read.</summary>
    public IReadOnlyList<string> Notes => notes.All;

    /// <summary>Size of the file in bytes as it lies on the disk; <see langword="null"/> for a pipe.</summary>
    public long? Length => text.Length;

    /// <summary>Bytes of the file read so far, as they lie on the disk: with <see cref="Length"/>, how far the import is.</summary>
    public long BytesRead => text.BytesRead;

    /// <summary>Opens a file and recognises its format by its first rows.</summary>
    /// <exception cref="ImportException">The file cannot be opened, is no text, is empty, or is in no known format.</exception>
    public static VoteFile Open(string path, ImportOptions options)
    {
        options.Winners?.Checked();
        TextFile? text = null;
        IEnumerator<ScannedRow>? scanned = null;
        try
        {
            text = TextFile.Open(path, options.Limits);
            scanned = RowScanner.Scan(text, options.Limits).GetEnumerator();
            var ahead = Ahead(scanned, options.Limits);
            var sample = SampleOf(text, ahead);
            var notes = new ImportNotes();
            var format = VoteFormats.Of(sample, options);
            return new VoteFile(text, scanned, ahead, new(format.Name, format.Open(sample, options, notes), notes, options.Judge));
        }
        catch
        {
            scanned?.Dispose();
            text?.Dispose();
            throw;
        }
    }

    /// <summary>The rows in the file's order, read as they are asked for. They can be read once.</summary>
    /// <exception cref="ImportException">Something is wrong beyond one row: the text breaks off, the encoding is wrong, a limit is passed.</exception>
    /// <exception cref="InvalidOperationException">The rows were read already.</exception>
    public IEnumerable<ImportedRow> Rows(CancellationToken cancellation = default)
    {
        if (isRead) throw new InvalidOperationException("The rows of a vote file can be read once; open it again.");
        isRead = true;
        return Read(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        scanned.Dispose();
        text.Dispose();
    }

    private IEnumerable<ImportedRow> Read(CancellationToken cancellation)
    {
        foreach (var row in ahead)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Understood(row);
        }
        ahead.Clear();
        while (scanned.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Understood(scanned.Current);
        }
    }

    private ImportedRow Understood(ScannedRow row)
    {
        if (row.Row is null) return row.Refused!;
        return read(row.Row) switch
        {
            ReadRow understood when unnamed is not null => understood with { Votes = [.. understood.Votes.Select(Named)] },
            var other => other,
        };
    }

    private Pairs.Vote Named(Pairs.Vote vote) => vote.Judge is null ? vote with { Judge = unnamed } : vote;

    private static List<ScannedRow> Ahead(IEnumerator<ScannedRow> scanned, ImportLimits limits)
    {
        List<ScannedRow> ahead = [];
        long characters = 0;
        while (ahead.Count < limits.SampleRows && characters < limits.SampleCharacters && scanned.MoveNext())
        {
            ahead.Add(scanned.Current);
            characters += scanned.Current.Row?.RawText.Length ?? scanned.Current.Refused!.RawText.Length;
        }
        return ahead;
    }

    private static Sample SampleOf(TextFile text, List<ScannedRow> ahead)
    {
        if (ahead.Count == 0) throw new ImportException(new(text.Path), "no rows", "at least one vote", "Check that this is the file you meant.");
        List<SourceRow> rows = [.. ahead.Select(row => row.Row).OfType<SourceRow>()];
        return rows.Count > 0 ? new Sample(text.Path, rows) : throw ahead[0].Refused!.ToException();
    }

    private sealed record Recognised(string Format, Func<SourceRow, ImportedRow> Read, ImportNotes Notes, string? Unnamed);
}
