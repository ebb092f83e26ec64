namespace Prefdissect.Importing.Labels;

/// <summary>What a file of labels holds.</summary>
/// <param name="Entries">The labels that can be read, in the file's order.</param>
/// <param name="Problems">What is wrong with the others.</param>
public sealed record LabelReading(IReadOnlyList<LabelEntry> Entries, FileProblems Problems);
