namespace Prefdissect.Reporting.Documents;

/// <summary>A message of a chat. Its text is hostile.</summary>
public sealed record MessageEntry(string Role, string Text);
