using Prefdissect.Properties;

namespace Prefdissect.Annotating.Asking;

/// <summary>One of the five questions that an annotator model is asked about a pair (paper, §3.2), as data.</summary>
public sealed class AnnotationStep
{
    private readonly Func<Property, bool> holds;

    private AnnotationStep(string name, string asks, Func<Property, bool> holds) => (Name, Asks, this.holds) = (name, asks, holds);

    /// <summary>What the query calls for.</summary>
    public static AnnotationStep QueryInfo { get; } = new("query-info", "What does the query call for: is its intent clear, does it show feelings, constraints, stances, mistakes?", _ => false)
    {
        ShowsQuery = true,
        ShowsResponses = false,
    };

    /// <summary>Ratings of the text alone.</summary>
    public static AnnotationStep QueryFree { get; } = new("query-free", "How much of each property do the responses have, whatever was asked?", IsQueryFree);

    /// <summary>Ratings of the response as an answer to the query.</summary>
    public static AnnotationStep QueryAware { get; } = new("query-aware", "How much of each property do the responses have as answers to the query?", IsQueryAware) { ShowsQuery = true };

    /// <summary>Ratings that only some queries call for.</summary>
    public static AnnotationStep QuerySpecific { get; } = new("query-specific", "How do the responses deal with what this query calls for?", IsQuerySpecific)
    {
        ShowsQuery = true,
        Needs = StepInput.QueryInfo,
    };

    /// <summary>Errors against a reference answer.</summary>
    public static AnnotationStep Errors { get; } = new("errors", "Which errors do the responses make, and how severe are they?", property => property.Kind == PropertyKind.Error)
    {
        ShowsQuery = true,
        Needs = StepInput.Reference,
    };

    /// <summary>The five, each after those whose answers it needs.</summary>
    public static IReadOnlyList<AnnotationStep> All { get; } = [QueryInfo, QueryFree, QueryAware, QuerySpecific, Errors];

    /// <summary>Name in commands, files and studies.</summary>
    public string Name { get; }

    /// <summary>What it asks, in a sentence.</summary>
    public string Asks { get; }

    /// <summary>What must be known before it can be asked.</summary>
    public StepInput Needs { get; private init; }

    /// <summary>Whether the query is shown.</summary>
    public bool ShowsQuery { get; private init; }

    /// <summary>Whether responses are shown.</summary>
    public bool ShowsResponses { get; private init; } = true;

    /// <summary>The step of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static AnnotationStep Of(string name) => All.FirstOrDefault(step => step.Name == name)
        ?? throw new KeyNotFoundException($"There is no step '{name}'. There are: {string.Join(", ", All.Select(step => step.Name))}.");

    /// <summary>The properties that it asks about, in the order of the set. Length is asked in none: it is counted.</summary>
    public IReadOnlyList<Property> PropertiesOf(PropertySet properties) => [.. properties.All.Where(property => property.Rule != ComparisonRule.Length && holds(property))];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool IsQuerySpecific(Property property) => property.Applies is Applicability.ToQueriesWith or Applicability.ToEachOf;

    private static bool IsQueryAware(Property property) =>
        property.Kind != PropertyKind.Error && !IsQuerySpecific(property) && (property.NeedsQuery || property.Applies is Applicability.ToQueriesWhere);

    private static bool IsQueryFree(Property property) => property.Kind != PropertyKind.Error && !IsQuerySpecific(property) && !IsQueryAware(property);
}
