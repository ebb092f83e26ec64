using Prefdissect.Importing;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Answers;

/// <summary>What an annotator model answered to one question, read and checked, before rules make ratings of it.</summary>
public abstract record StepAnswer
{
    private StepAnswer()
    {
    }

    /// <summary>What the query calls for.</summary>
    /// <param name="Info">What was found.</param>
    public sealed record OfQuery(QueryInfo Info) : StepAnswer;

    /// <summary>Levels of properties.</summary>
    /// <param name="Levels">One entry a property and side, properties in the order of the question.</param>
    public sealed record OfLevels(IReadOnlyList<AnsweredLevels> Levels) : StepAnswer;

    /// <summary>Errors found.</summary>
    /// <param name="Sides">One entry a side.</param>
    /// <param name="Properties">The properties that count them.</param>
    public sealed record OfErrors(IReadOnlyList<AnsweredErrors> Sides, IReadOnlyList<Property> Properties) : StepAnswer;
}
