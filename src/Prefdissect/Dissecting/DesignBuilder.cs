using Prefdissect.Properties;

namespace Prefdissect.Dissecting;

/// <summary>Decides which pairs and which properties a design holds; <see cref="Design.Build"/> states the order.</summary>
internal static class DesignBuilder
{
    public static Design Build(IReadOnlyList<Property> properties, IEnumerable<JudgedPair> judged, TieRule ties, FlagRule flags)
    {
        var voted = InCanonicalOrder(properties, judged);
        var different = voted.FindAll(pair => !pair.Compared.HasEqualResponses);
        var decided = different.FindAll(pair => ties == TieRule.Half || pair.Votes.First + (long)pair.Votes.Second > 0);
        var applicable = decided.FindAll(pair => !pair.Compared.ErrorsNotApplicable);
        var eligible = applicable.FindAll(pair => flags == FlagRule.Count || pair.Compared.Flags.Count == 0);

        var measured = properties.Select((_, p) => eligible.Count(pair => pair.Compared.Signs[p] != ComparedPair.Missing)).ToArray();
        // 80 % as a ratio of whole numbers: a floating-point 0.8·n would exclude a property that is measured on exactly four of five pairs.
        var candidates = Enumerable.Range(0, properties.Count)
            .Where(p => measured[p] > 0 && measured[p] >= (decimal)Design.SmallestMeasuredShare * eligible.Count).ToArray();
        var complete = candidates.Length == 0 ? [] : eligible.FindAll(pair => candidates.All(p => pair.Compared.Signs[p] != ComparedPair.Missing));
        var differing = properties.Select((_, p) => complete.Count(pair => pair.Compared.Signs[p] is -1 or 1)).ToArray();
        // Without a complete pair nothing was seen to be equal: the obstacle is the missing ratings, not the properties.
        var columns = candidates.Where(p => differing[p] > 0 || complete.Count == 0).ToArray();

        var report = new DesignReport
        {
            JudgedPairs = voted.Count,
            Votes = voted.Sum(pair => pair.Votes.Total),
            Ties = voted.Sum(pair => (long)pair.Votes.Ties),
            TieRule = ties,
            EqualResponses = voted.Count - different.Count,
            OnlyTies = different.Count - decided.Count,
            ErrorsNotApplicable = decided.Count - applicable.Count,
            FlaggedLeftOut = applicable.Count - eligible.Count,
            EligiblePairs = eligible.Count,
            IncompleteRatings = eligible.Count - complete.Count,
            Pairs = complete.Count,
            UnknownWriters = complete.Count(pair => pair.Writers is null),
            FlaggedPairs = complete.Count(pair => pair.Compared.Flags.Count > 0),
            Signs = [.. complete.SelectMany(pair => pair.Compared.Flags).CountBy(sign => sign).OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => new SignCount(of.Key, of.Value))],
            UnscannedPairs = complete.Count(pair => !pair.Compared.IsScanned),
            UsedVotes = complete.Sum(pair => ties == TieRule.Half ? pair.Votes.Total : (long)pair.Votes.First + pair.Votes.Second),
            Properties = [.. properties.Select((property, p) => new PropertyUse(
                property.ShortName, StatusOf(p), eligible.Count, measured[p], columns.Contains(p) ? differing[p] : 0))],
        };
        return new Design([.. columns.Select(p => properties[p])], complete, columns, report);

        PropertyStatus StatusOf(int p) =>
            columns.Contains(p) ? PropertyStatus.Fitted
            : candidates.Contains(p) ? PropertyStatus.DoesNotVary
            : measured[p] > 0 ? PropertyStatus.TooSeldomMeasured
            : PropertyStatus.NotMeasured;
    }

    private static List<JudgedPair> InCanonicalOrder(IReadOnlyList<Property> properties, IEnumerable<JudgedPair> judged)
    {
        var voted = new List<JudgedPair>();
        foreach (var pair in judged)
        {
            if (pair.Compared.Count != properties.Count)
                throw new ArgumentException($"Pair {pair.Compared.Pair} was compared by {pair.Compared.Count} properties, not {properties.Count}.", nameof(judged));
            if (pair.Votes.First < 0 || pair.Votes.Second < 0 || pair.Votes.Ties < 0)
                throw new ArgumentException($"Pair {pair.Compared.Pair} has a negative number of votes: {pair.Votes}.", nameof(judged));
            if (pair.Votes.Total > 0) voted.Add(pair);
        }
        voted.Sort((one, other) => one.Compared.Pair.CompareTo(other.Compared.Pair));
        for (var i = 1; i < voted.Count; i++)
        {
            if (voted[i].Compared.Pair == voted[i - 1].Compared.Pair)
                throw new ArgumentException($"Pair {voted[i].Compared.Pair} is given twice; sum its votes first.", nameof(judged));
        }
        return voted;
    }
}
