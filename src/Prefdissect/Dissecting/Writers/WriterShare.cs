namespace Prefdissect.Dissecting.Writers;

/// <summary>A writer and its share.</summary>
/// <param name="Writer">Name of the model.</param>
/// <param name="Share">Share of the votes, 0 to 1.</param>
public sealed record WriterShare(string Writer, double Share);
