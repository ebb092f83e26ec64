using Prefdissect.Annotating;

namespace Prefdissect.Workflows;

/// <summary>Which annotator is meant, where one is needed.</summary>
public static class AnnotatorChoice
{
    /// <summary>
    /// The annotator named: in the version that was used last, or in the one whose beginning is given as <c>name@version</c>; <c>llm</c> alone names the only model there is; where none is named, the only one there is besides
    /// <c>planted</c>.
    /// </summary>
    /// <param name="present">The annotators that left ratings, older versions first.</param>
    /// <param name="name">The name asked for, or <see langword="null"/>.</param>
    /// <param name="option">The option that takes such a name.</param>
    /// <exception cref="RequestException">There is none, none of that name, or several and none is named.</exception>
    public static AnnotatorIdentity Of(IReadOnlyList<AnnotatorIdentity> present, string? name, string option = "--annotator")
    {
        var latest = present.GroupBy(annotator => annotator.Id, StringComparer.Ordinal).Select(versions => versions.Last()).ToList();
        if (name is not null)
        {
            var meant = latest.Where(annotator => annotator.Id == name).ToList();
            if (meant.Count == 0) meant = [.. present.Where(annotator => annotator.Versioned.StartsWith(name, StringComparison.Ordinal) && name.StartsWith($"{annotator.Id}{AnnotatorIdentity.VersionMark}", StringComparison.Ordinal))];
            if (meant.Find(annotator => annotator.Versioned == name) is { } whole) meant = [whole];
            if (meant.Count == 0 && name == AnyModel) meant = [.. latest.Where(annotator => annotator is { IsModel: true, IsRepeat: false })];
            return meant switch
            {
                [var only] => only,
                [] => throw new RequestException($"The study has no ratings by '{name}'; it has {Listed([.. present])}. {HowToAnnotate}"),
                _ => throw new RequestException($"Several annotators are meant by '{name}': {Listed(meant)}. Name one with {option}."),
            };
        }
        var candidates = latest.Where(annotator => annotator.Id != AnnotatorIdentity.Planted.Id && !annotator.IsRepeat).ToList();
        return candidates switch
        {
            [var only] => only,
            [] => throw new RequestException(
                $"The study has {(latest.Count == 0 ? "no ratings" : "only what the simulator planted; name it with --annotator planted")}. {HowToAnnotate}"),
            _ => throw new RequestException($"Several annotators rated the study: {Listed(candidates)}. Name one with --annotator."),
        };
    }

    private const string AnyModel = "llm";

    private static string HowToAnnotate => "Rate its responses with `prefdissect annotate -s STUDY --annotator surface`.";

    private static string Listed(IReadOnlyList<AnnotatorIdentity> annotators) =>
        annotators.Count == 0 ? "none" : string.Join(", ", annotators.Select(annotator => annotators.Count(other => other.Id == annotator.Id) > 1 ? annotator.Versioned : annotator.Id));
}
