using Prefdissect.Properties;

namespace Prefdissect.Simulating;

/// <summary>How much of each property a response is to show; drawn before a word of it is written.</summary>
internal sealed class ResponsePlan
{
    private static readonly double[][] ErrorShares = [[0.74, 0.20, 0.06], [0.82, 0.15, 0.03], [0.86, 0.12, 0.02]];

    private static readonly int[] StatementCounts = [3, 5, 7, 10];

    private ResponsePlan(int[] levels) => Levels = levels;

    /// <summary>Levels 0–3 of the basic properties, by published id; repetition as it is rated, 3 for much.</summary>
    public int[] Levels { get; }

    /// <summary>Number of minor, moderate and severe errors; at most 3 together.</summary>
    public int[] Errors { get; } = new int[3];

    /// <summary>Words to come to, by padding; a response whose other sentences are more is longer.</summary>
    public int TargetWords { get; private init; }

    /// <summary>How far unclear intent is clarified, 0–3; 0 where not called for.</summary>
    public int Clarify { get; private set; }

    /// <summary>How far feelings are answered, 0–3; 0 where not called for.</summary>
    public int Empathy { get; private set; }

    /// <summary>How far each demand is met, 0–3.</summary>
    public int[] Constraints { get; private set; } = [];

    /// <summary>How each stance is taken, −2 strongly opposed to 2 strongly supported.</summary>
    public int[] Stances { get; private set; } = [];

    /// <summary>What is done about each mistake: 3 pointed out and corrected, 2 corrected, 1 pointed out, 0 neither.</summary>
    public int[] Mistakes { get; private set; } = [];

    /// <summary>Number of statements of fact, right or wrong, strays included.</summary>
    public int Statements => StatementCounts[Levels[Published.Richness]];

    /// <summary>How many of the statements are about something else; a response that misses the point altogether has no strays.</summary>
    public int Strays => Levels[Published.Relevance] switch { 1 => (Statements + 1) / 2, 2 => 1, _ => 0 };

    /// <summary>Whether the response misses the point of the query.</summary>
    public bool IsOffTopic => Levels[Published.Relevance] == 0;

    /// <summary>A plan in a writer's style for a query.</summary>
    public static ResponsePlan Draw(WriterStyle writer, QueryPlan query, ref DeterministicRandom random)
    {
        var levels = new int[PublishedProperties.All.Count];
        for (var id = 0; id < levels.Length; id++)
        {
            if (PublishedProperties.All[id].Kind == PropertyKind.Basic && id != Published.Length) levels[id] = writer.Level(id, ref random);
        }
        var plan = new ResponsePlan(levels) { TargetWords = writer.TargetWords(ref random) };
        plan.DrawErrors(query, ref random);
        plan.DrawQuerySpecific(query, ref random);
        return plan;
    }

    /// <summary>What was planted, as ratings in published order.</summary>
    /// <param name="query">The query answered.</param>
    /// <param name="words">Words of the finished text.</param>
    public Rating[] Ratings(QueryPlan query, int words)
    {
        var ratings = Array.ConvertAll(Levels, level => Rating.Of(level));
        for (var severity = 0; severity < 3; severity++)
        {
            ratings[Published.MinorErrors + severity] = query.ErrorsApply ? Rating.Of(Errors[severity]) : Rating.NotApplicable;
        }
        ratings[Published.ClarifyIntent] = query.Traits.IsUnclear ? Rating.Of(Clarify) : Rating.NotApplicable;
        ratings[Published.Empathy] = query.Traits.ExpressesFeelings ? Rating.Of(Empathy) : Rating.NotApplicable;
        ratings[Published.Constraints] = Mean(Constraints);
        ratings[Published.Stances] = Mean(Stances);
        ratings[Published.Mistakes] = Mean(Mistakes);
        ratings[Published.Length] = Rating.Of(words);
        return ratings;
    }

    private static Rating Mean(int[] items) => items.Length == 0 ? Rating.NotApplicable : Rating.Of(items.Average());

    private void DrawErrors(QueryPlan query, ref DeterministicRandom random)
    {
        var left = query.ErrorsApply ? Math.Min(3, Statements - Strays) : 0;
        for (var severity = 2; severity >= 0; severity--)
        {
            Errors[severity] = Math.Min(left, random.Weighted(ErrorShares[severity]));
            left -= Errors[severity];
        }
    }

    private void DrawQuerySpecific(QueryPlan query, ref DeterministicRandom random)
    {
        // A response about something else can still obey a demand on its form or answer feelings; it cannot clarify, agree or correct.
        Clarify = query.Traits.IsUnclear && !IsOffTopic ? random.Below(4) : 0;
        Empathy = query.Traits.ExpressesFeelings ? random.Below(4) : 0;
        Constraints = Draw(query.Demands.Count, 0, 4, ref random);
        Stances = IsOffTopic ? new int[query.Traits.Stances.Count] : Draw(query.Traits.Stances.Count, -2, 5, ref random);
        Mistakes = IsOffTopic ? new int[query.Traits.Mistakes.Count] : Draw(query.Traits.Mistakes.Count, 0, 4, ref random);
    }

    private static int[] Draw(int count, int from, int values, ref DeterministicRandom random)
    {
        var drawn = new int[count];
        for (var i = 0; i < count; i++) drawn[i] = from + random.Below(values);
        return drawn;
    }
}
