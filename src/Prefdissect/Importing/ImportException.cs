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
        (Place, Found, Expected, Hint, Problems, Count) = (place, found, expected, hint, [new(place, found, expected)], 1);

    /// <summary>Several problems of a file. The message tells the first of them and how many there are.</summary>
    /// <param name="problems">The problems, at least one.</param>
    /// <param name="hint">What to try next, as a sentence.</param>
    public ImportException(FileProblems problems, string hint)
        : base($"{problems.First[0]} {hint}{(problems.Count == 1 ? "" : FormattableString.Invariant($" ({problems.Count - 1} more {(problems.Count == 2 ? "problem" : "problems")}.)"))}") =>
        (Place, Found, Expected, Hint, Problems, Count) = (problems.First[0].Place, problems.First[0].Found, problems.First[0].Expected, hint, problems.First, problems.Count);

    /// <summary>The problems in the order of the file: all, or the first of very many.</summary>
    public IReadOnlyList<FileProblem> Problems { get; }

    /// <summary>How many problems there are.</summary>
    public int Count { get; }

    /// <summary>Where the first problem is.</summary>
    public FilePlace Place { get; }

    /// <summary>What was found there.</summary>
    public string Found { get; }

    /// <summary>What was expected there.</summary>
    public string Expected { get; }

    /// <summary>What to try next.</summary>
    public string Hint { get; }
}
