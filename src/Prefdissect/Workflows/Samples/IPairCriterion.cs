namespace Prefdissect.Workflows.Samples;

/// <summary>Something that must hold of pairs and that is told from what is read of them.</summary>
internal interface IPairCriterion
{
    /// <summary>Those of some pairs of which it holds, by row ids.</summary>
    IReadOnlySet<long> Of(IReadOnlyList<long> pairs);
}
