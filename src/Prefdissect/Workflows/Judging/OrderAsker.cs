using System.Text;
using Prefdissect.Annotating.Asking;
using Prefdissect.Judging;
using Prefdissect.Judging.Asking;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Judging;

/// <summary>Asks a judge about a pair in one order, and reads the letter out of what it answers.</summary>
/// <param name="work">What is asked.</param>
/// <param name="model">Who is asked.</param>
/// <param name="tokenizer">Counts the tokens of a prompt that may be too long, or <see langword="null"/>.</param>
internal sealed class OrderAsker(FirstTokenWork work, IModel model, Tokenizer? tokenizer)
{
    // What a server puts before a prompt, or a chat's template around it, and the answer.
    private const int Around = 4, AroundChat = 64;
    private const int MostRetries = 900;

    // Whether anything was sent yet, where pairs are asked one at a time.
    private bool hasSent;

    /// <summary>Asks, and reads.</summary>
    /// <param name="texts">The texts of the pair, as they are to be shown.</param>
    /// <param name="order">Which response stands as A.</param>
    /// <param name="round">The round.</param>
    public async Task<OrderAnswer> AskAsync(AskedTexts texts, AskedOrder order, int round)
    {
        var prompt = work.Template.Render(texts, order, work.Judge.Kind);
        if (await IsTooLongAsync(prompt).ConfigureAwait(false)) return new OrderAnswer(null) { IsTooLong = true };
        var retry = work.Request.RetriesFailed ? await RetryAsync(prompt, order, round).ConfigureAwait(false) : 0;
        var answer = await AskAsync(model, prompt, order, round, retry).ConfigureAwait(false);
        hasSent |= answer.Fresh != default;
        return answer;
    }

    // The first asking without an answer, or with one that can be used.
    private async Task<int> RetryAsync(string prompt, AskedOrder order, int round)
    {
        for (var retry = 0; retry < MostRetries; retry++)
        {
            if (await AskAsync(new Finding(model), prompt, order, round, retry).ConfigureAwait(false) is not { Reading.State: ReadingState.Failed }) return retry;
        }
        return MostRetries;
    }

    private Task<OrderAnswer> AskAsync(IModel asked, string prompt, AskedOrder order, int round, int retry)
    {
        var answers = new Answers(asked, new OrderReading(order) { Round = round });
        return work.Judge.Kind switch
        {
            JudgeKind.LlamaCompletion => ForcedAsync(answers, InPlace(work.First(prompt, round, retry, 0))),
            JudgeKind.Verbal => SaidAsync(answers, work.First(prompt, round, retry, 0)),
            JudgeKind.Frequency => SampledAsync(answers, [.. Enumerable.Range(0, work.Judge.Samples).Select(sample => work.First(prompt, round, retry, sample))]),
            _ => LikeliestAsync(answers, work.First(prompt, round, retry, 0)),
        };
    }

    // Where llama.cpp goes on in a prompt that it knows shows in the digits of what it says. Pairs that are asked one at a time are therefore asked in one slot, in which prompts follow
    // each other in the same way every time, and whatever other work left there before does not count. In the last one: other work is given the first that is free.
    private ModelRequest InPlace(ModelRequest first) => work.AtOnce == 1 ? first with { Slot = work.Slots - 1, ReusesPrompt = hasSent } : first;

    private async Task<OrderAnswer> LikeliestAsync(Answers answers, ModelRequest request)
    {
        if (await answers.AskAsync(request).ConfigureAwait(false) is not { } answer) return answers.None();
        if (answer.Tokens is not [var first, ..]) return answers.Failed("no log-probabilities in the answer");
        return LetterProbabilities.Of(first) is { } letters
            ? answers.Done(letters)
            : answers.Failed($"neither letter among the {LetterProbabilities.Candidates(first).Count} likeliest first tokens");
    }

    // One token is forced, and its log-probability reported as it is without that; the others stand among the likeliest, or are forced in their turn.
    private async Task<OrderAnswer> ForcedAsync(Answers answers, ModelRequest request)
    {
        var letters = work.Letters ?? throw new InvalidOperationException("The tokens of the letters are not known.");
        var (known, bound) = (new Dictionary<int, double>(), 0.0);
        foreach (var (token, of) in letters.A.Select(token => (token, letters.A)).Concat(letters.B.Select(token => (token, letters.B))))
        {
            if (known.ContainsKey(token.Id) || !LetterProbabilities.Matters(of, known, bound)) continue;
            var forcing = known.Count == 0 ? request : request with { ReusesPrompt = true, Parameters = request.Parameters with { TopLogProbabilities = 1, Bias = [FirstTokenWork.Forced(token)] } };
            if (await answers.AskAsync(forcing).ConfigureAwait(false) is not { } answer) return answers.None();
            if (answer.Tokens is not [var first, ..]) return answers.Failed("no log-probabilities in the answer");
            if (first.Chosen.Id != token.Id) return answers.Failed("the server did not say the token that it was told to say");
            if (known.Count == 0 && first.Alternatives is [.., var least]) bound = least.LogProbability;
            foreach (var candidate in LetterProbabilities.Candidates(first)) if (candidate.Id is { } id) known.TryAdd(id, candidate.LogProbability);
        }
        return answers.Done(LetterProbabilities.Of(letters, known));
    }

    private static async Task<OrderAnswer> SaidAsync(Answers answers, ModelRequest request)
    {
        if (await answers.AskAsync(request).ConfigureAwait(false) is not { } answer) return answers.None();
        return SpokenLetter.Of(answer.Text) is { } said ? answers.Said(said) : answers.Failed(answer.IsCutShort ? "cut off before a letter was said" : "no letter in the answer");
    }

    private static async Task<OrderAnswer> SampledAsync(Answers answers, IReadOnlyList<ModelRequest> requests)
    {
        var said = new List<Verdict?>();
        foreach (var request in requests)
        {
            if (await answers.AskAsync(request).ConfigureAwait(false) is { } answer) said.Add(SpokenLetter.Of(answer.Text));
            else if (answers.IsOpen) return answers.None();
            else said.Add(null);
        }
        var (a, b) = (said.Count(verdict => verdict == Verdict.A), said.Count(verdict => verdict == Verdict.B));
        return a + b > 0 ? answers.Done(LetterProbabilities.OfCounts(a, b), (a + b) / (double)said.Count) : answers.Failed($"no letter in any of {said.Count} answers");
    }

    // A text never has more tokens than bytes, so that only long ones need to be counted. llama.cpp may otherwise cut a prompt without a word.
    private async Task<bool> IsTooLongAsync(string prompt)
    {
        var around = work.Judge.Kind is JudgeKind.LlamaCompletion or JudgeKind.TextCompletion ? Around : AroundChat + work.Request.MaxTokens;
        if (work.Context is not { } context || tokenizer is null || Encoding.UTF8.GetByteCount(prompt) + around <= context) return false;
        return (await tokenizer.TokenizeAsync(prompt, CancellationToken.None).ConfigureAwait(false)).Count + around > context;
    }

    /// <summary>The answers to the requests of one reading, and what they took together.</summary>
    private sealed class Answers(IModel model, OrderReading reading)
    {
        private ModelFailure? failure;
        private OrderReading taken = reading;
        private TokenUsage fresh;

        /// <summary>Whether the last failure leaves the reading open.</summary>
        public bool IsOpen => failure is { StopsWork: true } or { Reason: FailureReason.NotStored or FailureReason.PromptTooLong };

        public async Task<ModelAnswer?> AskAsync(ModelRequest request)
        {
            var outcome = await model.AskAsync(request, CancellationToken.None).ConfigureAwait(false);
            failure = outcome.Failure;
            if (outcome.Received is { } received) Take(received);
            return outcome.Answer;
        }

        public OrderAnswer None() => failure switch
        {
            { Reason: FailureReason.PromptTooLong } => new OrderAnswer(null) { IsTooLong = true },
            _ when IsOpen => new OrderAnswer(null) { Open = failure },
            _ => Failed(failure!.ReasonText),
        };

        public OrderAnswer Failed(string reason) => With(taken with { State = ReadingState.Failed, Reason = reason });

        public OrderAnswer Said(Verdict verdict) => With(taken with { Said = verdict });

        public OrderAnswer Done(LetterProbabilities letters) => Done(letters, letters.Mass);

        public OrderAnswer Done(LetterProbabilities letters, double mass) =>
            With(taken with { LogProbA = letters.LogProbA, LogProbB = letters.LogProbB, IsBoundedA = letters.IsBoundedA, IsBoundedB = letters.IsBoundedB, Mass = mass });

        private OrderAnswer With(OrderReading read) => new(read) { Fresh = fresh };

        private void Take(ModelAnswer answer)
        {
            taken = taken with
            {
                // The same prompt each time: counted once.
                PromptTokens = taken.PromptTokens ?? answer.Usage?.Prompt,
                AnswerTokens = answer.Usage is { } usage ? (taken.AnswerTokens ?? 0) + usage.Answer : taken.AnswerTokens,
                Seconds = (taken.Seconds ?? 0) + answer.Elapsed.TotalSeconds,
            };
            if (!answer.WasStored && answer.Usage is { } sent) fresh += sent;
        }
    }

    /// <summary>The stored answers of a model: what has none is not asked.</summary>
    private sealed class Finding(IModel model) : IModel
    {
        public async Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken) =>
            await model.FindAsync(request, cancellationToken).ConfigureAwait(false) ?? ModelOutcome.Failed(FailureReason.NotStored, "");

        public ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => model.FindAsync(request, cancellationToken);
    }
}
