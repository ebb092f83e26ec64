using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>How a judge is asked now, beside how it was asked before: readings are derived from that, and so begin anew where it changed.</summary>
public static class JudgeChange
{
    /// <summary>What changed; none where nothing did or nothing was asked before.</summary>
    public static IReadOnlyList<string> Of(Study study, JudgeDescription now)
    {
        if (new JudgementReader(study).Description(now.Name) is not { } before) return [];
        var (earlier, settings) = (Settings(before), Settings(now));
        return [.. earlier.Keys.Union(settings.Keys).Order(StringComparer.Ordinal).Where(name => earlier.GetValueOrDefault(name) != settings.GetValueOrDefault(name))
            .Select(name => $"{name}: {earlier.GetValueOrDefault(name) ?? "none"}, now {settings.GetValueOrDefault(name) ?? "none"}")];
    }

    /// <summary>The sentence for a person, or <see langword="null"/> where nothing changed.</summary>
    public static string? Sentence(Study study, JudgeDescription now)
    {
        var (changes, reader) = (Of(study, now), new JudgementReader(study));
        var pairs = reader.Counts(now.Name).Pairs;
        if (changes.Count == 0)
        {
            return now.AsksBothOrders && reader.Description(now.Name) is { AsksBothOrders: false }
                ? $"{now.Name} was asked in one order before: with the first answer its verdicts on {pairs} pairs are taken back, and each counts again once its other order is there."
                : null;
        }
        return $"{now.Name} was asked otherwise before ({string.Join("; ", changes)}): with the first answer its verdicts on {pairs} pairs are put aside and begun anew. "
            + "Answers are kept: going back costs nothing. For a judge beside it, give another name with --name.";
    }

    private static Dictionary<string, string> Settings(JudgeDescription judge)
    {
        var settings = new Dictionary<string, string>(judge.AskedWith, StringComparer.Ordinal)
        {
            ["model"] = judge.Model ?? "",
            ["kind of server"] = judge.Endpoint ?? "",
            ["template"] = judge.TemplateVersion ?? "",
            ["samples"] = FormattableString.Invariant($"{judge.Samples}"),
        };
        if (judge.AllowsTies) settings["ties"] = "offered";
        if (judge.Rubric is { } rubric) settings["rubric"] = ContentHash.Of("rubric", rubric).ToString()[..8];
        if (judge.TokensOfA.Count > 0) settings["tokens of A and B"] = string.Join(", ", judge.TokensOfA.Concat(judge.TokensOfB));
        return settings;
    }
}
