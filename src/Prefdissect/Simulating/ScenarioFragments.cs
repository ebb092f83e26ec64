namespace Prefdissect.Simulating;

/// <summary>What one scenario's queries ask, and about what.</summary>
/// <param name="Name">One of the published scenarios.</param>
/// <param name="Requests">Ways to ask about a topic.</param>
/// <param name="Topics">The topics.</param>
internal sealed record ScenarioFragments(string Name, Fragment[] Requests, Topic[] Topics);
