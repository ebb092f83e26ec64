namespace Prefdissect.Studies;

/// <summary>A response as the study keeps it.</summary>
/// <param name="Id">Row id, for writing ratings of it.</param>
/// <param name="Text">Its text as it came, hostile.</param>
public sealed record StoredResponse(long Id, string Text);
