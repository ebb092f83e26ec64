using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Sources;

/// <summary>
/// A source as one request sees it. What is costly to work out is kept until the study file changes; another process may write it meanwhile.
/// </summary>
/// <param name="source">What is read.</param>
/// <param name="kept">Results of earlier requests.</param>
/// <param name="mostPairs">Pairs up to which the whole study may be read.</param>
public sealed class SourceReading(Source source, KeptResults kept, int mostPairs)
{
    /// <summary>What is read.</summary>
    public Source Source => source;

    /// <summary>Whether the study, opened, has more pairs than a page may read.</summary>
    public bool IsLarge(Study study) => new StudyReader(study).HasMorePairsThan(mostPairs);

    /// <summary>How long is waited for what may come later (<see cref="KeptSoon"/>); a page is to be there at once, a file whole.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>Opens the study for as long as <paramref name="read"/> runs.</summary>
    /// <exception cref="InvalidOperationException">The source is the published judges.</exception>
    /// <exception cref="StudyException">The file is gone or cannot be read.</exception>
    public T Read<T>(Func<Study, T> read)
    {
        using var study = Study.OpenToRead(source.Path ?? throw new InvalidOperationException("The published judges have no study file."));
        return read(study);
    }

    /// <summary>What <paramref name="read"/> gives, from an earlier request where the study has not changed since.</summary>
    /// <param name="key">What is worked out, with everything that shapes it.</param>
    /// <param name="read">Works it out.</param>
    /// <typeparam name="T">An immutable result.</typeparam>
    public T Kept<T>(string key, Func<Study, T> read)
        where T : class => kept.Of(source, key, () => Read(read));

    /// <summary>As <see cref="Kept"/>, for what may take longer than a page may: <see langword="null"/> while it is being worked out.</summary>
    /// <inheritdoc cref="Kept"/>
    public T? KeptSoon<T>(string key, Func<Study, T> read)
        where T : class => Patience == Timeout.InfiniteTimeSpan ? Kept(key, read) : kept.Soon(source, key, () => Read(read), Patience);
}
