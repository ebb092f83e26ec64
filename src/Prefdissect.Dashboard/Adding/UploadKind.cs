namespace Prefdissect.Dashboard.Adding;

/// <summary>What an uploaded file holds.</summary>
public enum UploadKind
{
    /// <summary>Votes with their prompts and responses.</summary>
    Votes,

    /// <summary>Labels for pairs that are in the study.</summary>
    Labels,
}
