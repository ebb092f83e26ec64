using System.Text.Json.Nodes;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Asking;

/// <summary>One question to an annotator model: a step, the responses that it shows, and the properties that it asks about.</summary>
/// <param name="Step">The step.</param>
/// <param name="Shown">The responses shown; <see langword="null"/> where only the query is.</param>
/// <param name="Properties">What is asked, in order; empty for query info.</param>
public sealed record StepQuestion(AnnotationStep Step, ResponseShown? Shown, IReadOnlyList<Property> Properties)
{
    /// <summary>What is known of the query, where the step needs it.</summary>
    public QueryInfo? Info { get; init; }

    /// <summary>Name of the question within its pair: the step, and the side where one response is shown alone.</summary>
    public string Name => Shown switch { ResponseShown.First => $"{Step}.first", ResponseShown.Second => $"{Step}.second", _ => Step.Name };

    /// <summary>The sides asked about, in the order of the fields of the answer.</summary>
    public IReadOnlyList<PairSide> Sides => Shown switch
    {
        ResponseShown.Both => [PairSide.First, PairSide.Second],
        ResponseShown.First => [PairSide.First],
        ResponseShown.Second => [PairSide.Second],
        _ => [],
    };

    /// <summary>A JSON schema of the answer: closed objects whose fields are all required, levels as enumerations, as strict structured output wants it.</summary>
    public JsonObject Schema() => StepAnswerSchema.Of(this);

    /// <summary>The texts that its prompt shows: a fence may stand in none of them.</summary>
    public IReadOnlyList<string> TextsShown(AskedTexts texts)
    {
        var shown = new List<string>();
        if (Step.ShowsQuery) shown.Add(texts.QueryText);
        if (Shown is ResponseShown.Both or ResponseShown.First) shown.Add(texts.First);
        if (Shown is ResponseShown.Both or ResponseShown.Second) shown.Add(texts.Second);
        if (Step.Needs == StepInput.Reference && texts.Reference is { } reference) shown.Add(reference);
        if (Info is { } info) shown.AddRange([.. info.Constraints, .. info.Stances, .. info.Mistakes]);
        return shown;
    }

    /// <summary>Two questions are equal when they ask the same about the same responses.</summary>
    public bool Equals(StepQuestion? other) => other is not null && Step == other.Step && Shown == other.Shown && Properties.SequenceEqual(other.Properties)
        && (Info is null) == (other.Info is null) && (Info is null || (Info.ClearIntent == other.Info!.ClearIntent && Info.ExpressesFeelings == other.Info.ExpressesFeelings
            && Info.Constraints.SequenceEqual(other.Info.Constraints) && Info.Stances.SequenceEqual(other.Info.Stances) && Info.Mistakes.SequenceEqual(other.Info.Mistakes)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Step, Shown, Properties.Count);
}
