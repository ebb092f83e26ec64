using Prefdissect.Dashboard.Serving;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Similarity;

/// <summary>Which similarities a person wants to see, as the address says it.</summary>
/// <param name="Metric">How likeness is measured.</param>
/// <param name="Group">The one group; <see langword="null"/> for the workflow's own choice.</param>
/// <param name="Order">Order of the judges.</param>
/// <param name="Judges">Judges of the source; all where empty.</param>
public sealed record SimilarityChoice(ISimilarityMetric Metric, string? Group, SimilarityOrder Order, IReadOnlyList<string> Judges)
{
    /// <summary>Published judges beside a study's.</summary>
    public IReadOnlyList<string> Published { get; private init; } = [];

    /// <summary>Whose ratings; <see langword="null"/> for the only annotator there is.</summary>
    public string? Annotator { get; private init; }

    /// <summary>The same choice with other published judges.</summary>
    public SimilarityChoice Beside(IReadOnlyList<string> published) => this with { Published = published };

    /// <summary>The metrics with what they are called.</summary>
    public static IReadOnlyList<(string Name, string Title)> Metrics { get; } = [("pearson", "Pearson"), ("spearman", "Spearman"), ("l1", "L1, normalised"), ("l2", "L2, normalised")];

    /// <summary>The orders with what they are called.</summary>
    public static IReadOnlyList<(string Name, string Title)> Orders { get; } = [("clustered", "by likeness, with tree"), ("size", "by size"), ("name", "by name")];

    /// <summary>The choice that an address makes.</summary>
    public static SimilarityChoice Of(PageQuery query) => new(
        SimilarityMetrics.Parse(query.Word("metric", [.. Metrics.Select(metric => metric.Name)])),
        query.One("group"),
        query.Word("order", [.. Orders.Select(order => order.Name)]) switch { "name" => SimilarityOrder.Name, "size" => SimilarityOrder.Size, _ => SimilarityOrder.Clustered },
        [.. query.All("judge").Distinct(StringComparer.Ordinal)])
    {
        Published = [.. query.All("published").Distinct(StringComparer.Ordinal)],
        Annotator = query.One("annotator"),
    };
}
