using Prefdissect.Pairs;

namespace Prefdissect.Annotating.Asking;

/// <summary>What is sent to a model.</summary>
/// <param name="Messages">The messages, roles <c>system</c>, <c>user</c> and <c>assistant</c>.</param>
/// <param name="Version">Version of the prompt's texts; it changes whenever one of them does.</param>
public sealed record RenderedPrompt(IReadOnlyList<Turn> Messages, string Version);
