namespace Prefdissect.Properties;

/// <summary>When a property is rated at all. Where it is not called for, its rating is <see cref="RatingState.NotApplicable"/>, never a zero.</summary>
public abstract record Applicability
{
    private Applicability()
    {
    }

    /// <summary>Rated for every response.</summary>
    public static Applicability Always { get; } = new ToEveryResponse();

    /// <summary>Rated for every response.</summary>
    public sealed record ToEveryResponse : Applicability;

    /// <summary>Rated once a response where the query has a trait.</summary>
    /// <param name="Trait">The trait.</param>
    public sealed record ToQueriesWith(QueryTrait Trait) : Applicability;

    /// <summary>Rated once for each item that was found in the query; the rating is a summary over the items.</summary>
    /// <param name="Trait">A trait that is a list.</param>
    public sealed record ToEachOf(QueryTrait Trait) : Applicability;

    /// <summary>Rated where the annotator says that a condition on the query holds.</summary>
    /// <param name="Text">The condition, a clause such as <c>the user asks for something that cannot be undone</c>.</param>
    public sealed record ToQueriesWhere(string Text) : Applicability;
}
