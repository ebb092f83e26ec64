namespace Prefdissect.Judging;

/// <summary>How a judge comes to its verdicts.</summary>
public enum JudgeKind
{
    /// <summary>First token by llama.cpp's own completion, log-probabilities of the whole vocabulary.</summary>
    LlamaCompletion,

    /// <summary>First token by <c>/v1/completions</c> with log-probabilities.</summary>
    TextCompletion,

    /// <summary>First token of a chat's answer, among the log-probabilities that the server returns.</summary>
    Chat,

    /// <summary>A letter in words at temperature 0, from a server that gives no log-probabilities.</summary>
    Verbal,

    /// <summary>The letter's share among several answers at temperature 1.</summary>
    Frequency,

    /// <summary>A verdict with reasons, as JSON.</summary>
    Prompted,

    /// <summary>The better of two scalar scores, each given to a response alone.</summary>
    Score,

    /// <summary>Several other judges together.</summary>
    Jury,

    /// <summary>A person who voted here.</summary>
    Person,

    /// <summary>Labels made elsewhere and read from a file.</summary>
    File,

    /// <summary>Votes that came with imported pairs.</summary>
    Imported,
}
