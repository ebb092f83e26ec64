namespace Prefdissect.Importing.Labels;

/// <summary>One label of a file.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Pair">The pair's id as it stands there, or <see langword="null"/> in a list without ids, whose order tells.</param>
/// <param name="Label">The label.</param>
/// <param name="Margin">Log-odds in favour of what <see cref="PairLabel.A"/> or <see cref="PairLabel.First"/> names, finite; <see langword="null"/> where not given. Its sign is that of the label.</param>
public sealed record LabelEntry(FilePlace Place, string? Pair, PairLabel Label, double? Margin);
