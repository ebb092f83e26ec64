using Prefdissect.Judging;
using Prefdissect.Judging.Asking;
using Prefdissect.Models.Requests;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>A model that is ready to judge: what is wanted, and the way that was found for it.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="Judge">The judge as it is kept.</param>
/// <param name="Template">The prompt.</param>
public sealed record FirstTokenWork(FirstTokenRequest Request, JudgeDescription Judge, JudgeTemplate Template)
{
    /// <summary>The tokens of the letters, where the server's tokenizer told them.</summary>
    public LetterTokens? Letters { get; init; }

    /// <summary>How many of the likeliest tokens are asked for.</summary>
    public int Likeliest { get; init; } = 20;

    /// <summary>Longest prompt and answer together in tokens, where it is known.</summary>
    public int? Context { get; init; }

    /// <summary>How many pairs are under way at once.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>How many prompts the server keeps apart, where it said so.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>What a person should know of the way that was found, a sentence each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What each request is counted under.</summary>
    public const string Step = "judge";

    // Retries of one round never reach the numbers of the next, nor samples those of a retry.
    private const int AttemptsARound = 1_000_000;
    private const int AttemptsARetry = 1000;

    /// <summary>The work with the tokens of the letters, which are kept with the judge.</summary>
    internal FirstTokenWork With(LetterTokens letters) => this with
    {
        Letters = letters,
        Judge = Judge with { TokensOfA = [.. letters.A.Select(token => token.ToString())], TokensOfB = [.. letters.B.Select(token => token.ToString())] },
    };

    /// <summary>The work with tokens of the letters that may not be all of them: they are of this run alone, and the judge is kept without any, so that the next one looks again.</summary>
    internal FirstTokenWork WithForNow(LetterTokens letters) => this with { Letters = letters, Judge = Judge with { TokensOfA = [], TokensOfB = [] } };

    /// <summary>The first request about a pair; the caller adds what the way needs beyond it.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="round">The round.</param>
    /// <param name="retry">How often it was asked before in this round.</param>
    /// <param name="sample">Number of the sample.</param>
    public ModelRequest First(string prompt, int round, int retry, int sample)
    {
        var version = Template.Version;
        var request = Judge.Kind switch
        {
            JudgeKind.LlamaCompletion => ModelRequest.LlamaText(version, prompt),
            JudgeKind.TextCompletion => ModelRequest.Text(version, prompt),
            _ => ModelRequest.Chat(version, Message.User(prompt)),
        };
        return request with { Step = Step, Attempt = (round * AttemptsARound) + (retry * AttemptsARetry) + sample, Parameters = Parameters };
    }

    /// <summary>How answers are made.</summary>
    private RequestParameters Parameters => Judge.Kind switch
    {
        JudgeKind.Verbal => new RequestParameters { Temperature = 0, MaxTokens = Request.MaxTokens },
        JudgeKind.Frequency => new RequestParameters { Temperature = 1, MaxTokens = Request.MaxTokens },
        JudgeKind.LlamaCompletion when Letters is not null => new RequestParameters { Temperature = 0, MaxTokens = 1, TopLogProbabilities = Likeliest, Bias = [Forced(Letters.A[0])] },
        _ => new RequestParameters { Temperature = 0, MaxTokens = 1, TopLogProbabilities = Likeliest },
    };

    /// <summary>A bias that makes llama.cpp say a token; the log-probability that it reports is the one without it.</summary>
    internal static TokenBias Forced(LetterToken token) => new(token.Id, 1000);

    /// <summary>What a model is asked with beside its prompt: name of a setting → its value.</summary>
    internal static IReadOnlyDictionary<string, string> AskedWith(FirstTokenRequest request, JudgeKind kind) => AskedSettings.Of(request.Model, new RequestParameters
    {
        Temperature = kind == JudgeKind.Frequency ? 1 : 0,
        MaxTokens = kind is JudgeKind.Verbal or JudgeKind.Frequency ? request.MaxTokens : 1,
    });
}
