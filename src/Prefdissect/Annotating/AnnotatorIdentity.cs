namespace Prefdissect.Annotating;

/// <summary>Who rated: an annotator by name and version. A new version is another annotator's work and is never mixed with an older one's.</summary>
/// <param name="Id">Name in commands and files: <c>surface</c>, <c>planted</c>, <c>llm:model:mode</c> or a name given.</param>
/// <param name="Version">Version of its rules, such as <c>1</c>.</param>
public sealed record AnnotatorIdentity(string Id, string Version)
{
    /// <summary>The annotator that reads the text alone, without a model.</summary>
    public static AnnotatorIdentity Surface { get; } = new("surface", "1");

    /// <summary>The annotator behind ratings that came with the published data set (GPT-4-Turbo, with checks by people).</summary>
    public static AnnotatorIdentity Published { get; } = new("gair", "1");

    /// <summary>The annotator of simulated studies: what the simulator planted.</summary>
    public static AnnotatorIdentity Planted { get; } = new("planted", "1");

    /// <summary>Name and version together, by which an older version is named too.</summary>
    public string Versioned => $"{Id}{VersionMark}{Version}";

    /// <summary>What stands between a name and a version.</summary>
    public const char VersionMark = '@';

    /// <summary>Whether it is a language model.</summary>
    public bool IsModel => Id.StartsWith("llm:", StringComparison.Ordinal);

    /// <summary>Whether it repeats another annotator's work, to show how steady that is: <c>llm:model:mode#2</c>.</summary>
    public bool IsRepeat => IsModel && Id.Contains('#');
}
