namespace Prefdissect.Simulating;

/// <summary>Something that queries ask about, with what can be said of it.</summary>
/// <param name="Scenario">One of the published scenarios.</param>
/// <param name="Name">A noun phrase in the singular that fits after "about": <c>bread baking</c>.</param>
/// <param name="Aspects">Sides of the topic, noun phrases in the singular.</param>
/// <param name="Facts">True sentences that stand alone.</param>
/// <param name="Claims">Statements with a true and three wrong variants.</param>
/// <param name="Steps">A way to go about it, in order; lower-case clauses without a full stop.</param>
internal sealed record Topic(string Scenario, string Name, string[] Aspects, string[] Facts, Claim[] Claims, string[] Steps)
{
    /// <summary>Lines of a short example, or none.</summary>
    public string[] Code { get; init; } = [];

    /// <summary>The name as a part of an address.</summary>
    public string Slug { get; } = new([.. Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
