using System.Text.Json;

namespace Prefdissect.Annotating.Answers;

/// <summary>The JSON that stands in a text.</summary>
/// <param name="Objects">The outermost objects that can be read, in order.</param>
/// <param name="Damage">What is wrong with another one that begins.</param>
/// <param name="Wrapped">Whether anything but one object stands in the text.</param>
internal sealed record FoundJson(IReadOnlyList<JsonElement> Objects, JsonDamage Damage, bool Wrapped);
