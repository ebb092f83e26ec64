namespace Prefdissect.Importing;

/// <summary>
/// A file that cannot be imported as a whole. The message names the file, the line where known, what was found, what was expected and what to
/// try.
/// </summary>
public sealed class ImportException : Exception
{
    /// <summary>A problem of a file.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="found">What was found, without a full stop.</param>
    /// <param name="expected">What was expected, without a full stop.</param>
    /// <param name="hint">What to try next, as a sentence.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public ImportException(FilePlace place, string found, string expected, string hint, Exception? inner = null)
        : base($"{place}: {found}; expected {expected}. {hint}", inner) =>
        (Place, Found, Expected, Hint) = (place, found, expected, hint);

    /// <summary>Where the problem is.</summary>
    public FilePlace Place { get; }

    /// <summary>What was found.</summary>
    public string Found { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>What to try next.</summary>
    public string Hint { get; }
}
