namespace Prefdissect.Models.Endpoints;

/// <summary>The key that is sent to an endpoint.</summary>
/// <param name="Key">The key, or <see langword="null"/> where none is sent.</param>
/// <param name="Notice">What its owner should know about how it travels, or <see langword="null"/>.</param>
public sealed record EndpointKey(ApiKey? Key, string? Notice);
