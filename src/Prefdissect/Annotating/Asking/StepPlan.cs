using Prefdissect.Importing;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Asking;

/// <summary>What is to be done about one step of one pair.</summary>
public abstract record StepPlan
{
    private StepPlan()
    {
    }

    /// <summary>Questions are to be asked: one, or one a response in single mode.</summary>
    /// <param name="Questions">The questions.</param>
    public sealed record Ask(IReadOnlyList<StepQuestion> Questions) : StepPlan;

    /// <summary>There is nothing to ask; the step is done.</summary>
    /// <param name="Reason">Why, as a clause.</param>
    public sealed record NotCalledFor(string Reason) : StepPlan;

    /// <summary>It cannot be asked yet.</summary>
    /// <param name="What">The step or thing that it waits for: <c>query-info</c> or <c>reference</c>.</param>
    public sealed record Waits(string What) : StepPlan
    {
        /// <summary>The reason as a study keeps it.</summary>
        public string Reason => $"waits for {What}";
    }

    /// <summary>What to do about a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="mode">Whether responses are shown together.</param>
    /// <param name="properties">What is to be rated.</param>
    /// <param name="info">What is known of the query; <see langword="null"/> where it was not asked or the asking failed.</param>
    /// <param name="hasReference">Whether there is a reference answer.</param>
    public static StepPlan For(AnnotationStep step, AnnotationMode mode, PropertySet properties, QueryInfo? info, bool hasReference)
    {
        if (step == AnnotationStep.QueryInfo)
        {
            return AnnotationStep.QuerySpecific.PropertiesOf(properties).Count > 0
                ? new Ask([new StepQuestion(step, null, [])])
                : new NotCalledFor("no property that is to be rated depends on it");
        }
        var asked = step.PropertiesOf(properties);
        if (asked.Count == 0) return new NotCalledFor("no property of this step is to be rated");
        if (step.Needs == StepInput.Reference && !hasReference) return new Waits("reference");
        if (step.Needs == StepInput.QueryInfo)
        {
            if (info is null) return new Waits(AnnotationStep.QueryInfo.Name);
            asked = [.. asked.Where(property => Calls.For(property, info))];
            if (asked.Count == 0) return new NotCalledFor("the query calls for none of its properties");
        }
        IReadOnlyList<ResponseShown> shown = mode == AnnotationMode.Pair ? [ResponseShown.Both] : [ResponseShown.First, ResponseShown.Second];
        return new Ask([.. shown.Select(which => new StepQuestion(step, which, asked) { Info = step.Needs == StepInput.QueryInfo ? info : null })]);
    }
}
