using Prefdissect.Figures;

namespace Prefdissect.Reporting;

/// <summary>The data behind a figure of degrees of preference, whatever draws it.</summary>
public static class DegreesData
{
    /// <summary>The columns, left to right.</summary>
    public static IReadOnlyList<FigureColumn> Columns { get; } =
    [
        new("judge", "judge"), new("group", "group"), new("property", "property"), new("degree", "preferred", ValueFormat.Percent), new("degreeLow", "95 % from", ValueFormat.Percent),
        new("degreeHigh", "to", ValueFormat.Percent), new("weight", "weight", ValueFormat.Number(2)), new("planted", "planted", ValueFormat.Percent), new("pairs", "pairs", ValueFormat.Number(0)),
        new("annotator", "annotator"), new("simulated", "simulated"),
    ];

    /// <summary>A row a judge, group and property, judge by judge.</summary>
    /// <param name="all">The judges, each on a group.</param>
    /// <param name="properties">Short names of the properties, in their order; those that a judge has no degree for make no row.</param>
    public static FigureData Of(IReadOnlyList<JudgeDegrees> all, IReadOnlyList<string> properties) => new(Columns,
    [
        .. all.SelectMany(one => properties.Where(one.Marks.ContainsKey).Select(name => RowOf(one, name, one.Marks[name]))),
    ]);

    private static IReadOnlyList<object?> RowOf(JudgeDegrees one, string property, DegreeMark mark) =>
        [one.Judge, one.Group, property, mark.Centre, mark.Outer?.Low, mark.Outer?.High, mark.Weight, mark.Planted, one.Pairs, one.Annotator, one.IsSimulated];
}
