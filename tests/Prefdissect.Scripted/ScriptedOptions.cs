namespace Prefdissect.Scripted;

/// <summary>How a scripted server behaves. The same options give the same behaviour: chance is drawn from the seed and the request alone, not from the order of arrival.</summary>
public sealed record ScriptedOptions
{
    /// <summary>Seed of faults and of invented answers.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Share of requests that meet a fault.</summary>
    public double FaultShare { get; init; }

    /// <summary>The faults to draw from.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = Enum.GetValues<Fault>();

    /// <summary>Answers a request in words, or <see langword="null"/> for an invented answer.</summary>
    public Func<ScriptedRequest, string?> Answer { get; init; } = _ => null;

    /// <summary>Turns a request down, or <see langword="null"/> to answer it.</summary>
    public Func<ScriptedRequest, ScriptedError?> Error { get; init; } = _ => null;

    /// <summary>Whether an answer breaks off at its longest.</summary>
    public Func<ScriptedRequest, bool> CutShort { get; init; } = _ => false;

    /// <summary>What is left of an answer that breaks off.</summary>
    public string CutText { get; init; } = "<think>The sky is";

    /// <summary>Why answers to a chat end.</summary>
    public string FinishReason { get; init; } = "stop";

    /// <summary>What is made of a schema.</summary>
    public SchemaSupport Schema { get; init; } = SchemaSupport.Follows;

    /// <summary>What is given of log-probabilities.</summary>
    public LogProbSupport LogProbs { get; init; } = LogProbSupport.Top20;

    /// <summary>Log-odds of the letter A over B after a text.</summary>
    public Func<string, double> Letter { get; init; } = _ => 0;

    /// <summary>What a reward model gives for a conversation; <see langword="null"/> where there is none.</summary>
    public Func<string, IReadOnlyList<double>>? Score { get; init; }

    /// <summary>Whether it continues texts by <c>/v1/completions</c>.</summary>
    public TextSupport Text { get; init; } = TextSupport.None;

    /// <summary>The key that it wants, or <see langword="null"/>.</summary>
    public string? Key { get; init; }

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Requests answered at once; more are turned away with 429. 0 for any number.</summary>
    public int Slots { get; init; }

    /// <summary>Requests that are answered; those that come later wait until more may be. <see langword="null"/> for any number.</summary>
    public int? MostAnswered { get; init; }

    /// <summary>What Retry-After says, in seconds.</summary>
    public int RetryAfter { get; init; } = 1;
}
