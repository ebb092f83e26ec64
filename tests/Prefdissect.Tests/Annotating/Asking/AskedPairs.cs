using Prefdissect.Annotating.Asking;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Annotating.Asking;

internal static class AskedPairs
{
    public static AskedTexts Texts { get; } = new(new Query("Name a river in five words, I am so sad."), "The Elbe it is, surely.", "Rhine.") { Reference = "The Danube." };

    public static QueryInfo Info { get; } = new() { ClearIntent = true, ExpressesFeelings = true, Constraints = ["five words", "one river"], Mistakes = ["none"] };

    public static IReadOnlyList<StepQuestion> Questions(AnnotationStep step, AnnotationMode mode = AnnotationMode.Pair, PropertySet? set = null) =>
        StepPlan.For(step, mode, set ?? PropertySet.Published, Info, hasReference: true).ShouldBeOfType<StepPlan.Ask>().Questions;

    public static StepQuestion Question(AnnotationStep step, PropertySet? set = null) => Questions(step, AnnotationMode.Pair, set).ShouldHaveSingleItem();
}
