namespace Prefdissect.Simulating;

/// <summary>What was planted in a response for each thing that its query lists, in the order of <see cref="QueryTraits"/>; the ratings are their means.</summary>
/// <param name="Constraints">How far each demand is met, 0–3.</param>
/// <param name="Stances">How each stance is taken, −2 strongly opposed to 2 strongly supported.</param>
/// <param name="Mistakes">What is done about each mistake: 3 pointed out and corrected, 2 corrected, 1 pointed out, 0 neither.</param>
public sealed record PlantedItems(IReadOnlyList<int> Constraints, IReadOnlyList<int> Stances, IReadOnlyList<int> Mistakes);
