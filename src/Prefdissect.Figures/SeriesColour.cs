namespace Prefdissect.Figures;

/// <summary>A series' colour by name, as <c>#rrggbb</c> on light and on dark paper.</summary>
public sealed record SeriesColour(string Name, string OnLight, string OnDark);
