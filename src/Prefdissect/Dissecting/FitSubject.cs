using Prefdissect.Annotating;

namespace Prefdissect.Dissecting;

/// <summary>What a fit is about.</summary>
/// <param name="Judge">Whose votes.</param>
/// <param name="Group">On which pairs (<see cref="Pairs.Group"/>).</param>
/// <param name="Annotator">Rated by whom.</param>
public sealed record FitSubject(string Judge, string Group, AnnotatorIdentity Annotator);
