namespace Prefdissect.Simulating;

/// <summary>A query and what is known of it.</summary>
/// <param name="Text">The query as the user wrote it.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="OtherTopic">What a response that misses the point is about.</param>
/// <param name="Traits">What it calls for.</param>
internal sealed record QueryPlan(string Text, Topic Topic, Topic OtherTopic, QueryTraits Traits)
{
    /// <summary>The demands behind <see cref="QueryTraits.Constraints"/>.</summary>
    public IReadOnlyList<Demand> Demands { get; init; } = [];

    /// <summary>The claim that the user has wrong, if any.</summary>
    public Claim? Mistaken { get; init; }

    /// <summary>Whether errors of a response can be told at all: not where the query leaves everything to taste.</summary>
    public bool ErrorsApply { get; init; } = true;
}
