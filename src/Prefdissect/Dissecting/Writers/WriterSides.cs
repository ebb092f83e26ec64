namespace Prefdissect.Dissecting.Writers;

/// <summary>Who wrote what a judge saw on each side.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Votes">Votes that name both writers.</param>
/// <param name="SideA">The most frequent writer on side A, with its share of those votes.</param>
/// <param name="SideB">The same of side B.</param>
/// <param name="Most">The writer that stands in most of those votes on either side against another writer, with its share.</param>
/// <param name="Writers">Number of writers.</param>
public sealed record WriterSides(string Judge, long Votes, WriterShare SideA, WriterShare SideB, WriterShare Most, int Writers)
{
    /// <summary>A writer of more than this share of a side is named.</summary>
    public const double Dominant = 0.9;

    /// <summary>The writers a judge saw; <see langword="null"/> where no vote names both.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="votes">Votes by the writers of both sides, as the judge saw them.</param>
    public static WriterSides? Of(string judge, IReadOnlyCollection<(string A, string B, long Votes)> votes)
    {
        var total = votes.Sum(vote => vote.Votes);
        if (total == 0) return null;
        var either = votes.SelectMany(vote => vote.A == vote.B ? [] : new[] { (Writer: vote.A, vote.Votes), (Writer: vote.B, vote.Votes) }).ToList();
        return new WriterSides(
            judge, total, Largest(votes.Select(vote => (vote.A, vote.Votes)), total), Largest(votes.Select(vote => (vote.B, vote.Votes)), total),
            either.Count == 0 ? new WriterShare(votes.First().A, 0) : Largest(either, total),
            votes.SelectMany(vote => new[] { vote.A, vote.B }).Distinct(StringComparer.Ordinal).Count());
    }

    private static WriterShare Largest(IEnumerable<(string Writer, long Votes)> votes, long total) => votes
        .GroupBy(vote => vote.Writer, vote => vote.Votes, StringComparer.Ordinal)
        .Select(of => new WriterShare(of.Key, of.Sum() / (double)total))
        .OrderByDescending(share => share.Share).ThenBy(share => share.Writer, StringComparer.Ordinal).First();
}
