using System.Runtime.InteropServices;
using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Simulating;

/// <summary>Writes a response that shows what its plan says: chooses its sentences, then has them laid out.</summary>
internal sealed class ResponseComposer(Corpus corpus)
{
    private static readonly int[] StepCounts = [0, 2, 4, 5];
    private static readonly int[] Slips = [6, 3, 1, 0];
    private static readonly int[] Repeats = [0, 1, 2, 4];
    private readonly SlipPlanter slips = new(corpus.Lists["slips"]);
    private readonly ResponseLayout layout = new(corpus);
    private readonly QuerySpecificComposer querySpecific = new(corpus);

    /// <summary>The text of a response.</summary>
    public string Compose(QueryPlan query, ResponsePlan plan, ref DeterministicRandom random)
    {
        var topic = plan.IsOffTopic ? query.OtherTopic : query.Topic;
        var draft = new Draft();
        AddStatements(draft, query, plan, topic, ref random);
        // Slips and repeats concern what is said of the topic, so that a planted error or cue keeps its wording.
        var errors = plan.Errors.Sum();
        var cues = new Draft();
        AddCues(cues, plan, topic, ref random);
        querySpecific.Add(cues, query, plan, ref random);
        draft.Steps.AddRange(topic.Steps.Take(StepCounts[plan.Levels[Published.Steps]]));
        var misspell = (Count: Slips[plan.Levels[Published.Grammar]], From: errors);
        Pad(draft, plan.TargetWords - cues.Words, misspell, topic, ref random);
        slips.Plant(CollectionsMarshal.AsSpan(draft.Body)[errors..], misspell.Count, ref random);
        random.Shuffle(CollectionsMarshal.AsSpan(draft.Body));
        Repeat(draft, Repeats[plan.Levels[Published.Repetition]], topic, ref random);
        Merge(draft, cues, ref random);
        return layout.Write(draft, topic, plan.Levels[Published.Format], plan.Levels[Published.Steps], ref random);
    }

    /// <summary>Planted errors first, then true statements: facts, and claims in their right variant.</summary>
    private static void AddStatements(Draft draft, QueryPlan query, ResponsePlan plan, Topic topic, ref DeterministicRandom random)
    {
        var claims = topic.Claims.Where(claim => claim != query.Mistaken).ToArray();
        random.Shuffle(claims.AsSpan());
        var used = 0;
        for (var severity = 1; severity <= 3; severity++)
        {
            for (var i = 0; i < plan.Errors[severity - 1]; i++) draft.Body.Add(claims[used++][severity]);
        }
        var truths = topic.Facts.Concat(claims.Skip(used).Select(claim => claim.Right)).ToArray();
        foreach (var index in random.Choose(plan.Statements - plan.Strays - used, truths.Length)) draft.Body.Add(truths[index]);
        foreach (var index in random.Choose(plan.Strays, query.OtherTopic.Facts.Length)) draft.Body.Add(query.OtherTopic.Facts[index]);
    }

    private void AddCues(Draft cues, ResponsePlan plan, Topic topic, ref DeterministicRandom random)
    {
        foreach (var cue in PlantedCue.All)
        {
            var count = cue.Counts[plan.Levels[cue.Property]];
            if (count == 0) continue;
            var pool = corpus.Pool(cue.Pool);
            foreach (var index in random.Choose(count, pool.Length)) cues.Add(pool[index].Place, pool[index].Fill(topic, ref random));
        }
    }

    /// <summary>Plain remarks that say little, until the response is as long as planned and has room for its slips; at least one.</summary>
    private void Pad(Draft draft, int words, (int Count, int From) misspell, Topic topic, ref DeterministicRandom random)
    {
        var pool = corpus.Pool("padding");
        var missing = words - draft.Words;
        foreach (var index in random.Choose(pool.Length, pool.Length))
        {
            var sentence = pool[index].Fill(topic, ref random);
            draft.Body.Add(sentence);
            missing -= WordCount.Of(sentence);
            if (missing <= 0 && (misspell.Count == 0 || slips.Candidates(draft.Body, misspell.From) >= misspell.Count)) return;
        }
    }

    private void Repeat(Draft draft, int count, Topic topic, ref DeterministicRandom random)
    {
        if (count == 0) return;
        var originals = random.Choose(count, draft.Body.Count).Order().ToArray();
        for (var i = originals.Length - 1; i >= 0; i--)
        {
            var again = random.Pick(corpus.Pool("again")).Fill(topic, ref random).TrimEnd('.');
            var at = originals[i] + 1 + random.Below(draft.Body.Count - originals[i]);
            draft.Body.Insert(at, again.Length == 0 ? draft.Body[originals[i]] : $"{again} {draft.Body[originals[i]]}");
        }
    }

    private static void Merge(Draft draft, Draft cues, ref DeterministicRandom random)
    {
        draft.Opening.AddRange(cues.Opening);
        draft.Closing.AddRange(cues.Closing);
        random.Shuffle(CollectionsMarshal.AsSpan(draft.Opening));
        random.Shuffle(CollectionsMarshal.AsSpan(draft.Closing));
        foreach (var cue in cues.Body) draft.Body.Insert(random.Below(draft.Body.Count + 1), cue);
        draft.First = cues.First;
        draft.Last = cues.Last;
    }
}
