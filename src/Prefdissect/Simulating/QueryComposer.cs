using System.Text;

namespace Prefdissect.Simulating;

/// <summary>Writes queries such as people ask, about a scenario's topics.</summary>
internal sealed class QueryComposer(Corpus corpus)
{
    // Published sizes of the query-specific subsets among 5,240 pairs.
    private const double WithConstraints = 1418.0 / 5240;
    private const double Unclear = 459.0 / 5240;
    private const double WithMistakes = 401.0 / 5240;
    private const double WithStances = 388.0 / 5240;
    private const double WithFeelings = 121.0 / 5240;

    /// <summary>A query of a scenario.</summary>
    public QueryPlan Compose(ScenarioFragments scenario, ref DeterministicRandom random)
    {
        var topic = random.Pick(scenario.Topics);
        var unclear = random.Chance(Unclear);
        var mistaken = random.Chance(WithMistakes) ? random.Pick(topic.Claims) : null;
        var stances = random.Chance(WithStances) ? Stances(topic, ref random) : [];
        var demands = random.Chance(WithConstraints) ? Demands(ref random) : [];
        var feels = random.Chance(WithFeelings);
        var constraints = new string[demands.Length];
        for (var i = 0; i < demands.Length; i++) constraints[i] = Sentence(demands[i], topic, ref random);

        var sentences = new List<string>();
        if (feels) sentences.Add(From("feeling", topic, ref random));
        else if (random.Chance(0.6)) sentences.Add(From("context", topic, ref random));
        foreach (var stance in stances) sentences.Add(From("stance in query", topic, ref random).Replace("%", stance, StringComparison.Ordinal));
        if (mistaken is not null) sentences.Add(From("mistake in query", topic, ref random).Replace("%", mistaken.Severe, StringComparison.Ordinal));
        sentences.Add(unclear ? From("vague request", topic, ref random) : random.Pick(scenario.Requests).Fill(topic, ref random));
        sentences.AddRange(constraints);
        var traits = new QueryTraits
        {
            Constraints = constraints,
            Stances = stances,
            Mistakes = mistaken is null ? [] : [mistaken.Severe],
            IsUnclear = unclear,
            ExpressesFeelings = feels,
        };
        return new QueryPlan(string.Join(' ', sentences), topic, OtherTopic(topic, ref random), traits)
        {
            Demands = demands,
            Mistaken = mistaken,
            ErrorsApply = !random.Chance(ShareWithoutErrors(scenario.Name)),
        };
    }

    private static double ShareWithoutErrors(string scenario) => scenario switch
    {
        "Creative Writing" => 0.15,
        "Communication" or "Advice" => 0.05,
        _ => 0,
    };

    private Topic OtherTopic(Topic topic, ref DeterministicRandom random)
    {
        while (true)
        {
            var other = random.Pick(random.Pick(corpus.Scenarios).Topics);
            if (other.Scenario != topic.Scenario) return other;
        }
    }

    private string[] Stances(Topic topic, ref DeterministicRandom random)
    {
        var pool = corpus.Pool("stance");
        var chosen = random.Choose(random.Chance(0.25) ? 2 : 1, pool.Length);
        var stances = new string[chosen.Length];
        for (var i = 0; i < chosen.Length; i++) stances[i] = pool[chosen[i]].Fill(topic, ref random);
        return stances;
    }

    private Demand[] Demands(ref DeterministicRandom random)
    {
        var kinds = random.Choose(random.Chance(0.35) ? 2 : 1, 4);
        var demands = new Demand[kinds.Length];
        for (var i = 0; i < kinds.Length; i++)
        {
            var kind = (DemandKind)kinds[i];
            var words = corpus.Lists[ListOf(kind)];
            demands[i] = new Demand(kind, [.. random.Choose(kind == DemandKind.Keywords ? 3 : 1, words.Length).Select(index => words[index])]);
        }
        return demands;
    }

    private static string ListOf(DemandKind kind) => kind switch
    {
        DemandKind.Keywords => "keywords",
        DemandKind.Opening => "openings",
        DemandKind.Closing => "closings",
        _ => "titles",
    };

    private string Sentence(Demand demand, Topic topic, ref DeterministicRandom random)
    {
        var text = new StringBuilder(From($"demand {demand.Kind}".ToLowerInvariant(), topic, ref random));
        if (demand.Kind == DemandKind.Keywords) return text.Replace("%", string.Join(", ", demand.Words.Take(2)) + " and " + demand.Words[2]).ToString();
        return text.Replace("%", demand.Words[0]).ToString();
    }

    private string From(string pool, Topic topic, ref DeterministicRandom random) => random.Pick(corpus.Pool(pool)).Fill(topic, ref random);
}
