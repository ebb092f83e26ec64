using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>
/// Lists the pairs of a study that a filter lets through, page by page, without reading those that no page shows. A page of a rare kind is broken off after many pairs and says where
/// to go on.
/// </summary>
public static class SampleSearch
{
    /// <summary>Most pairs of a page.</summary>
    public const int MostRows = 500;

    // How far a page goes before it is broken off: row ids searched in the file, and pairs read.
    private const long Reach = 300_000;
    private const int MostRead = 10_000;
    private const int MostCounted = 10_000;

    // Where the whole will not be known anyway, a first part tells that there are many.
    private const long ReachOfPart = 10_000;
    private const int FewestAtOnce = 100;
    private const int MostAtOnce = 2_000;

    /// <summary>A page.</summary>
    /// <param name="study">The study.</param>
    /// <param name="filter">Which pairs.</param>
    /// <param name="after">Where it begins, as a page gave it (<see cref="SamplePage.Next"/>, <see cref="SamplePage.Previous"/>); <see langword="null"/> for the first.</param>
    /// <param name="limit">Most pairs, 1 to <see cref="MostRows"/>.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="RequestException">The study has no such judge, group, property, annotator or fit, or <paramref name="after"/> is no such place.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is out of range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SamplePage Run(Study study, SampleFilter filter, string? after, int limit, CancellationToken cancellation) => Run(study, filter, after, limit, Reach, cancellation);

    /// <summary>A page that is broken off after <paramref name="reach"/> row ids.</summary>
    internal static SamplePage Run(Study study, SampleFilter filter, string? after, int limit, long reach, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostRows);
        var cursor = SampleCursor.Parse(after);
        using var state = study.BeginRead();
        var criteria = new SampleCriteria(study, filter);
        var search = criteria.Search();
        var pass = Pass(search, criteria, cursor, limit + 1, reach, cancellation);
        var isFull = pass.Found.Count > limit;
        var ids = pass.Found.Take(limit).Order().ToList();
        var page = new SamplePage([.. new FoundPairReader(study).Of(ids).Select(pair => RowOf(pair, criteria.Terms))])
        {
            IsBrokenOff = !isFull && pass.GoesOn,
            IsTextShortened = criteria.IsTextShortened,
            Annotator = criteria.Annotator,
        };
        var goesOn = isFull || pass.GoesOn;
        // What lies the way back was seen on the way here, but for a first page.
        page = cursor.IsBackward
            ? page with { Previous = goesOn ? At(true, isFull ? ids[0] : pass.Place) : null, Next = At(false, ids.Count > 0 ? ids[^1] : pass.Place) }
            : page with { Next = goesOn ? At(false, isFull ? ids[^1] : pass.Place) : null, Previous = cursor == SampleCursor.Start ? null : At(true, ids.Count > 0 ? ids[0] : Math.Min(cursor.Row, long.MaxValue - 1) + 1) };
        return WithTotal(page, study, search, criteria, cancellation);
    }

    /// <summary>The pairs before and after a pair under a filter, whether or not it lets the pair itself through.</summary>
    /// <param name="study">The study.</param>
    /// <param name="filter">Which pairs.</param>
    /// <param name="pair">Id of the pair, or its beginning.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="RequestException">There is no such pair, or the filter names what the study does not have.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SampleNeighbours Neighbours(Study study, SampleFilter filter, string pair, CancellationToken cancellation)
    {
        using var state = study.BeginRead();
        var (row, _) = ChosenPair.Of(study, pair);
        var criteria = new SampleCriteria(study, filter);
        var search = criteria.Search();
        var previous = Pass(search, criteria, new SampleCursor(true, row), 1, Reach, cancellation);
        var next = Pass(search, criteria, new SampleCursor(false, row), 1, Reach, cancellation);
        var found = new FoundPairReader(study).Of([.. previous.Found, .. next.Found]).ToDictionary(of => of.Row, of => of.Id);
        return new SampleNeighbours(previous.Found.Count > 0 ? found[previous.Found[0]] : null, next.Found.Count > 0 ? found[next.Found[0]] : null)
        {
            IsBrokenOff = (previous.Found.Count == 0 && previous.GoesOn) || (next.Found.Count == 0 && next.GoesOn),
        };
    }

    private static SearchPass Pass(PairSearch search, SampleCriteria criteria, SampleCursor cursor, int want, long reach, CancellationToken cancellation)
    {
        var (least, most) = search.Ends();
        // Both are left out of what is searched: it goes on from a place, up to an end.
        var place = Math.Clamp(cursor.Row, least - 1, most + 1);
        var end = cursor.IsBackward ? Math.Max(least - 1, place - reach - 1) : Math.Min(most + 1, place + reach + 1);
        var found = new List<long>();
        var atOnce = criteria.Criteria.Count == 0 ? want : Math.Max(want, FewestAtOnce);
        for (var read = 0; ; atOnce = Math.Min(2 * atOnce, MostAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var pairs = cursor.IsBackward ? search.Descending(end, place, atOnce, cancellation) : search.Ascending(place, end, atOnce, cancellation);
            foreach (var pair in Held(criteria, pairs))
            {
                found.Add(pair);
                if (found.Count == want) return new SearchPass(found, pair, true);
            }
            read += pairs.Count;
            // The end itself was not searched: who goes on has to come to it.
            if (pairs.Count < atOnce) return cursor.IsBackward ? new SearchPass(found, end + 1, end >= least) : new SearchPass(found, end - 1, end <= most);
            place = pairs[^1];
            if (read >= MostRead) return new SearchPass(found, place, true);
        }
    }

    private static IEnumerable<long> Held(SampleCriteria criteria, IReadOnlyList<long> pairs) => criteria.Criteria.Aggregate(pairs, (left, criterion) =>
    {
        if (left.Count == 0) return left;
        var of = criterion.Of(left);
        return [.. left.Where(of.Contains)];
    });

    private static SamplePage WithTotal(SamplePage page, Study study, PairSearch search, SampleCriteria criteria, CancellationToken cancellation)
    {
        if (page is { Next: null, Previous: null }) return page with { Total = page.Rows.Count, AtLeast = page.Rows.Count };
        if (criteria.Criteria.Count > 0) return page with { AtLeast = page.Rows.Count };
        if (criteria.Conditions.IsEmpty) return new StudyReader(study).CountPairs() is var all ? page with { Total = all, AtLeast = all } : page;
        var (least, most) = search.Ends();
        var isReached = most - least < Reach;
        var counted = search.Count(least - 1, isReached ? most + 1 : least + ReachOfPart, MostCounted + 1, cancellation);
        return page with { Total = isReached && counted <= MostCounted ? counted : null, AtLeast = Math.Max(page.Rows.Count, counted) };
    }

    private static string At(bool isBackward, long row) => new SampleCursor(isBackward, row).ToString();

    private static SampleRow RowOf(FoundPair pair, IReadOnlyList<SearchTerm> terms) =>
        new(pair.Id, pair.Row, Excerpt.Of(pair.Query, terms), Excerpt.Of(pair.First, terms), Excerpt.Of(pair.Second, terms))
        {
            IsMultiTurn = pair.IsMultiTurn,
            HasEqualResponses = pair.HasEqualResponses,
            IsFlagged = pair.IsFlagged,
            IsSimulated = pair.IsSimulated,
            Scenarios = pair.Scenarios,
            Votes = pair.Votes,
        };

    /// <summary>Row ids found in the order of the search, the last row id that it looked at, and whether there may be more beyond.</summary>
    private sealed record SearchPass(IReadOnlyList<long> Found, long Place, bool GoesOn);
}
