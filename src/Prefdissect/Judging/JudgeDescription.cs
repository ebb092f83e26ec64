namespace Prefdissect.Judging;

/// <summary>Who a judge is and how it is asked: what its verdicts are derived from, so that a judge described otherwise is asked anew.</summary>
/// <param name="Name">The judge's name in the study.</param>
/// <param name="Kind">How it comes to its verdicts.</param>
public sealed record JudgeDescription(string Name, JudgeKind Kind)
{
    /// <summary>The model's name on its server, or <see langword="null"/> for a judge that is no model.</summary>
    public string? Model { get; init; }

    /// <summary>Kind of the server, in the word of the settings file.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Billions of parameters, where told.</summary>
    public double? Size { get; init; }

    /// <summary>The prompt's whole template, so that what was asked can be shown again.</summary>
    public string? Template { get; init; }

    /// <summary>Version of the template: a name, or the hash of its text.</summary>
    public string? TemplateVersion { get; init; }

    /// <summary>What else it is asked with: name of a setting → its value.</summary>
    public IReadOnlyDictionary<string, string> AskedWith { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the prompt went through the server's chat template into a text that is continued.</summary>
    public bool IsChatTemplated { get; init; }

    /// <summary>Whether both orders are asked; a verdict of one order holds what the position does.</summary>
    public bool AsksBothOrders { get; init; } = true;

    /// <summary>Answers a verdict is drawn from, for <see cref="JudgeKind.Frequency"/>; else 1.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>Whether a tie is an answer that was offered.</summary>
    public bool AllowsTies { get; init; }

    /// <summary>A rubric of the user's own that the judge was given.</summary>
    public string? Rubric { get; init; }

    /// <summary>Tokens read as the letter A, as the server cuts the text; empty where not looked at.</summary>
    public IReadOnlyList<string> TokensOfA { get; init; } = [];

    /// <summary>Tokens read as the letter B.</summary>
    public IReadOnlyList<string> TokensOfB { get; init; } = [];

    /// <summary>The judges of a <see cref="JudgeKind.Jury"/>; else empty.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>How a jury decides, or which file the labels are from.</summary>
    public string? Rule { get; init; }
}
