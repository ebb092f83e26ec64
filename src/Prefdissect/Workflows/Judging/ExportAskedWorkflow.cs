using Prefdissect.Judging;
using Prefdissect.Judging.Asking;
using Prefdissect.Models.Requests;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>Gives every answer of a judge with the prompt that it was an answer to, made again from the judge's template.</summary>
public static class ExportAskedWorkflow
{
    /// <summary>How the judge is asked, and its readings by pair, round and order.</summary>
    /// <param name="study">The study.</param>
    /// <param name="judge">The judge's name.</param>
    /// <exception cref="RequestException">There is no judge of this name.</exception>
    public static (JudgeDescription Judge, IEnumerable<AskedReading> Readings) Run(Study study, string judge)
    {
        var reader = new JudgementReader(study);
        if (reader.Description(judge) is not { } description)
        {
            // Its votes came with the pairs: what it was asked is not known here.
            if (reader.HasImportedVotes(judge)) return (new JudgeDescription(judge, JudgeKind.Imported), []);
            var there = reader.Descriptions().Select(one => one.Name).ToList();
            throw new RequestException($"No judge '{judge}' was asked in this study. {(there.Count > 0 ? $"Those asked are {string.Join(", ", there)}." : "None was yet: prefdissect judge.")}");
        }
        return (description, Readings(study, description));
    }

    private static IEnumerable<AskedReading> Readings(Study study, JudgeDescription judge)
    {
        var pairs = new JudgedPairReader(study);
        var template = judge is { Template: { } text, Kind: JudgeKind.LlamaCompletion or JudgeKind.TextCompletion or JudgeKind.Chat or JudgeKind.Verbal or JudgeKind.Frequency } ? new JudgeTemplate("kept", text) : null;
        PairToJudge? pair = null;
        foreach (var (id, reading) in new JudgementReader(study).Readings(judge.Name))
        {
            if (pair?.Id != id) pair = pairs.Pair(id);
            var asked = new AskedReading(pair.Hash, reading);
            // A pair that was not asked has no prompt.
            if (template is null || reading.State == ReadingState.Skipped)
            {
                yield return asked;
                continue;
            }
            var prompt = template.Render(Shown(pair, reading), reading.Order, judge.Kind);
            yield return judge.Kind is JudgeKind.LlamaCompletion or JudgeKind.TextCompletion ? asked with { Prompt = prompt } : asked with { Messages = [Message.User(prompt)] };
        }
    }

    private static Annotating.Asking.AskedTexts Shown(PairToJudge pair, OrderReading reading)
    {
        foreach (var share in Shortening.Shares)
        {
            var (first, second) = (Shortening.Of(pair.First, share), Shortening.Of(pair.Second, share));
            if (first.LeftOut + second.LeftOut == reading.LeftOut) return pair.Texts with { First = first.Text, Second = second.Text };
        }
        return pair.Texts;
    }
}
