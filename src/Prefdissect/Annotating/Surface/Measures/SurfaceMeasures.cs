namespace Prefdissect.Annotating.Surface.Measures;

/// <summary>The measures of the surface annotator: every class of this assembly that is one.</summary>
public static class SurfaceMeasures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ISurfaceMeasure> All { get; } =
    [
        .. typeof(SurfaceMeasures).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ISurfaceMeasure)) && type is { IsAbstract: false, IsInterface: false })
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (ISurfaceMeasure)Activator.CreateInstance(type)!),
    ];
}
