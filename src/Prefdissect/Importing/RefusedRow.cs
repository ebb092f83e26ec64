namespace Prefdissect.Importing;

/// <summary>A row that cannot be used.</summary>
/// <param name="Place">File, line and field.</param>
/// <param name="Found">What was found, without a full stop.</param>
/// <param name="Expected">What was expected, without a full stop.</param>
/// <param name="Hint">What to try next, as a sentence.</param>
/// <param name="RawText">The row as it stands in the file, without its line end; hostile.</param>
public sealed record RefusedRow(FilePlace Place, string Found, string Expected, string Hint, string RawText) : ImportedRow(Place.Line ?? 0)
{
    /// <summary>The hint where nothing better is known.</summary>
    public const string UsualHint = "Mend the row, or leave such rows out with --skip-bad.";

    /// <summary>The refusal in one line.</summary>
    public string Reason => $"{Place}: {Found}; expected {Expected}. {Hint}";

    /// <summary>The refusal as an error of the whole file, for a caller that takes all rows or none.</summary>
    public ImportException ToException() => new(Place, Found, Expected, Hint);
}
