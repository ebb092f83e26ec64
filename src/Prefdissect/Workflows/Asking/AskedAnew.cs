using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>What was done before and would be asked anew, because a model is asked with other settings, texts or definitions now.</summary>
public static class AskedAnew
{
    /// <summary>A sentence for each thing that changed; none where nothing did, or nothing was done before.</summary>
    /// <exception cref="StudyException">A property cannot be asked about by its new definition, because something else than a model rated by another one.</exception>
    public static IReadOnlyList<string> Of(Study study, LlmAnnotateRequest work)
    {
        var reader = new AnnotationReader(study, work.Identity);
        var changing = reader.Changing(work.Properties.Own);
        return reader.IsKnown ? Definitions(reader, work) : [.. Settings(study, work), .. changing.Select(OfAll)];
    }

    private static string OfAll(Property property) =>
        $"The study holds another definition of '{property.ShortName}': with the first answer by this one, ratings by the earlier one are put aside, whichever model they are of. Their answers are kept.";

    private static IReadOnlyList<string> Settings(Study study, LlmAnnotateRequest work)
    {
        var present = new StudyReader(study);
        if (present.Annotators().LastOrDefault(annotator => annotator.Id == work.Identity.Id) is not { } before) return [];
        var done = new AnnotationReader(study, before).Counts().Where(count => count.Status == StepStatus.Done).Sum(count => count.Count);
        if (done == 0) return [];
        var changes = present.AskedWith(before) is { } earlier ? string.Join("; ", Differences(earlier, work.AskedWith)) : "by another version of this program";
        return
        [
            $"{work.Identity.Id} was asked with other settings before ({changes}): its {done} steps that are done count for those settings alone and are begun anew. "
            + "Earlier ratings and answers are kept; a question whose settings and texts are the same is not sent again, and going back costs nothing.",
        ];
    }

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> earlier, IReadOnlyDictionary<string, string> now) =>
        earlier.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Where(name => earlier.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            .Select(name => $"{name}: {earlier.GetValueOrDefault(name) ?? "none"}, now {now.GetValueOrDefault(name) ?? "none"}");

    private static IReadOnlyList<string> Definitions(AnnotationReader reader, LlmAnnotateRequest work)
    {
        var now = work.Steps.SelectMany(work.Wanted).Where(asked => asked.Definition.Length > 0).ToDictionary(asked => asked.Name, StringComparer.Ordinal);
        var changed = reader.AskedSets().SelectMany(set => set).Where(asked => !asked.IsAside && now.TryGetValue(asked.Name, out var other) && asked.Definition.Length > 0 && other != asked)
            .Select(asked => asked.Name).Distinct(StringComparer.Ordinal).ToList();
        return changed.ConvertAll(name => $"What is told about '{name}' changed: it alone is asked anew. Its ratings by the earlier definition are put aside, their answers kept.");
    }
}
