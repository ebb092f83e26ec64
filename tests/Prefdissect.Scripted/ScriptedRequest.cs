using System.Text.Json;

namespace Prefdissect.Scripted;

/// <summary>A request as the script sees it.</summary>
/// <param name="Path">The path asked for.</param>
/// <param name="Body">The body.</param>
/// <param name="Text">All that is said: messages or prompt.</param>
/// <param name="Schema">The schema that the answer follows, or <see langword="null"/>.</param>
/// <param name="Random">Chance drawn from the seed and the request.</param>
public sealed record ScriptedRequest(string Path, JsonElement Body, string Text, JsonElement? Schema, Random Random);
