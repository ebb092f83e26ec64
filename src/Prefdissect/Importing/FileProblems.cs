namespace Prefdissect.Importing;

/// <summary>What is wrong in a file that is taken whole or not at all, so that a person can mend it in one go: the first problems in the file's order, and how many there are.</summary>
public sealed class FileProblems
{
    /// <summary>How many are kept.</summary>
    public const int Most = 20;

    private readonly List<FileProblem> first = [];

    /// <summary>The first of them, at most <see cref="Most"/>.</summary>
    public IReadOnlyList<FileProblem> First => first;

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one; they come in the order of the file.</summary>
    public void Add(FileProblem problem)
    {
        Count++;
        if (first.Count < Most) first.Add(problem);
    }

    /// <summary>These and those of another look at the same file, by line.</summary>
    public FileProblems With(FileProblems other)
    {
        var both = new FileProblems();
        foreach (var problem in first.Concat(other.first).OrderBy(problem => problem.Place.Line ?? 0)) both.Add(problem);
        both.Count = Count + other.Count;
        return both;
    }

    /// <summary>Refuses the file where anything is wrong in it.</summary>
    /// <param name="hint">What to try next, as a sentence.</param>
    /// <exception cref="ImportException">There is a problem; it carries all of <see cref="First"/>.</exception>
    public void ThrowIfAny(string hint)
    {
        if (Count > 0) throw new ImportException(this, hint);
    }
}
