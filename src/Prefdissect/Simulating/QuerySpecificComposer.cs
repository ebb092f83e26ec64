namespace Prefdissect.Simulating;

/// <summary>Writes what a query calls for beyond an answer: clarifying, empathy, demands, stances, mistakes.</summary>
internal sealed class QuerySpecificComposer(Corpus corpus)
{
    /// <summary>Adds the sentences that the plan's query-specific levels ask for.</summary>
    public void Add(Draft draft, QueryPlan query, ResponsePlan plan, ref DeterministicRandom random)
    {
        AddMany(draft, "clarify", plan.Clarify, query.Topic, ref random);
        AddMany(draft, "empathy", plan.Empathy, query.Topic, ref random);
        for (var i = 0; i < plan.Constraints.Length; i++) Obey(draft, query.Demands[i], plan.Constraints[i], query.Topic, ref random);
        for (var i = 0; i < plan.Stances.Length; i++) TakeStance(draft, query.Traits.Stances[i], plan.Stances[i], query.Topic, ref random);
        foreach (var level in plan.Mistakes) Correct(draft, query, level, ref random);
    }

    private void AddMany(Draft draft, string pool, int count, Topic topic, ref DeterministicRandom random)
    {
        var fragments = corpus.Pool(pool);
        foreach (var index in random.Choose(count, fragments.Length)) draft.Add(fragments[index].Place, fragments[index].Fill(topic, ref random));
    }

    private void Obey(Draft draft, Demand demand, int level, Topic topic, ref DeterministicRandom random)
    {
        switch (demand.Kind)
        {
            case DemandKind.Keywords:
                foreach (var index in random.Choose(level, demand.Words.Count)) draft.Body.Add(With("keyword", demand.Words[index], topic, ref random));
                break;
            case DemandKind.Address when level > 0:
                draft.Add(Place.Opening, With("address", demand.Words[0], topic, ref random));
                var again = corpus.Pool("address again");
                foreach (var index in random.Choose(level - 1, again.Length))
                {
                    draft.Body.Add(again[index].Fill(topic, ref random).Replace("%", demand.Words[0], StringComparison.Ordinal));
                }
                break;
            case DemandKind.Opening when level == 3: draft.First = demand.Words[0] + "."; break;
            case DemandKind.Opening when level > 0: draft.Add(level == 2 ? Place.Opening : Place.Closing, demand.Words[0] + "."); break;
            case DemandKind.Closing when level == 3: draft.Last = demand.Words[0]; break;
            case DemandKind.Closing when level > 0: draft.Add(level == 2 ? Place.Closing : Place.Opening, demand.Words[0]); break;
            default: break;
        }
    }

    private void TakeStance(Draft draft, string stance, int level, Topic topic, ref DeterministicRandom random)
    {
        if (level == 0) return;
        var pool = level switch { 2 => "strong support", 1 => "weak support", -1 => "weak opposition", _ => "strong opposition" };
        draft.Body.Add(With(pool, stance, topic, ref random));
    }

    private void Correct(Draft draft, QueryPlan query, int level, ref DeterministicRandom random)
    {
        if (level == 0) return;
        var pool = level switch { 3 => "point out and correct", 2 => "correct only", _ => "point out only" };
        draft.Body.Add(With(pool, query.Mistaken!.Severe, query.Topic, ref random).Replace("@", query.Mistaken.Right, StringComparison.Ordinal));
    }

    private string With(string pool, string text, Topic topic, ref DeterministicRandom random) =>
        random.Pick(corpus.Pool(pool)).Fill(topic, ref random).Replace("%", text, StringComparison.Ordinal);
}
