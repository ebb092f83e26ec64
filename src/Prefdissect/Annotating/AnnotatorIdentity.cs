namespace Prefdissect.Annotating;

/// <summary>Who rated: an annotator by name and version. A new version is another annotator's work and is never mixed with an older one's.</summary>
/// <param name="Id">Name in commands and files: <c>surface</c>, <c>planted</c>, <c>llm:model:mode</c> or a name given.</param>
/// <param name="Version">Version of its rules, such as <c>1</c>.</param>
public sealed record AnnotatorIdentity(string Id, string Version)
{
    /// <summary>The annotator of simulated studies: what the simulator planted.</summary>
    public static AnnotatorIdentity Planted { get; } = new("planted", "1");
}
