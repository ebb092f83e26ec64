using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Workflows.Asking;

/// <summary>What a model's endpoint can do.</summary>
/// <param name="Model">The model with its settings.</param>
/// <param name="Capabilities">What was found; nothing where it was not tried or could not be asked.</param>
/// <param name="Problem">Why it could not be asked, or <see langword="null"/>.</param>
public sealed record ModelCheckResult(NamedModel Model, ModelCapabilities Capabilities, string? Problem)
{
    /// <summary>What the owner of the key should know about how it travels, or <see langword="null"/>.</summary>
    public string? Notice { get; init; }
}
