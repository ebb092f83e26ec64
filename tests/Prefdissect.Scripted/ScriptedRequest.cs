using System.Text.Json;

namespace Prefdissect.Scripted;

/// <summary>A request as the script sees it.</summary>
/// <param name="Path">The path asked for.</param>
/// <param name="Body">The body.</param>
/// <param name="Text">All that is said: messages or prompt.</param>
/// <param name="Schema">The schema that the answer follows, or <see langword="null"/>.</param>
/// <param name="Random">Chance drawn from the seed and the request.</param>
public sealed record ScriptedRequest(string Path, JsonElement Body, string Text, JsonElement? Schema, Random Random)
{
    /// <summary>
    /// Which body it is, what <see cref="Tally.TimesSeen"/> counts by, then a full stop and how often that body had come with this request. It is the <c>id</c> of the answer, so that a
    /// stored answer tells which request it answers, and whether its body was sent again.
    /// </summary>
    public required string Id { get; init; }
}
