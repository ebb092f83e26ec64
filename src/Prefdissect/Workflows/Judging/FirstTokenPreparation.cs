using Prefdissect.Judging;
using Prefdissect.Judging.Asking;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>Finds the best way to ask a model for its first token, and makes sure that the letters can be compared there.</summary>
public static class FirstTokenPreparation
{
    private const int MostLikeliest = 50;
    private const int LargestVocabulary = 300_000;
    private const double LeastMass = 0.999;

    /// <summary>Makes a judge ready.</summary>
    /// <param name="study">The study.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="session">The model; where it sends nothing, what is known already has to do.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="RequestException">The server does not have the way that is wanted, the name belongs to another judge, or the letters cannot be compared after this template.</exception>
    /// <exception cref="ModelUnavailableException">The server cannot be asked at all.</exception>
    public static async Task<FirstTokenWork> PrepareAsync(Study study, FirstTokenRequest request, ModelSession session, CancellationToken cancellation)
    {
        var known = await LearnAsync(request, session, cancellation).ConfigureAwait(false);
        var earlier = new JudgementReader(study).Description(request.Name);
        var work = Work(study, request, known, KindOf(request, known, earlier), earlier, await TemplateOfChatAsync(request, session, earlier, cancellation).ConfigureAwait(false));
        if (work.Judge.Kind is not (JudgeKind.LlamaCompletion or JudgeKind.TextCompletion)) return work;
        if (session.TokenizerOf(known) is { } tokenizer) return await WithLettersAsync(study, work, tokenizer, session, known.VocabularySize, cancellation).ConfigureAwait(false);
        if (work.Judge.Kind == JudgeKind.LlamaCompletion && work.Letters is null)
            throw new RequestException("The tokens of the letters are not known, and without sending anything they cannot be found out. Leave out --offline, or give --way chat.");
        return work.Letters is not null ? work : work with
        {
            Notices = [.. work.Notices, "The server has no tokenizer to ask: whether A and B are one token each after the prompt could not be checked."],
        };
    }

    /// <summary>What is known without asking the server anything, for an estimate: where its best way is not known, a chat is taken in its place.</summary>
    public static FirstTokenWork Assume(Study study, FirstTokenRequest request)
    {
        var known = new CapabilityStore(study).Find(request.Model.Endpoint);
        var earlier = new JudgementReader(study).Description(request.Name);
        var kind = request.Way ?? (request.Samples > 1 ? JudgeKind.Frequency : Best(known) ?? earlier?.Kind ?? JudgeKind.Chat);
        return Work(study, request, known, kind, earlier, earlier is { IsChatTemplated: true, Template: { } text } && request.AppliesChatTemplate ? new JudgeTemplate("chat-in-chat", text) : null);
    }

    private static async Task<ModelCapabilities> LearnAsync(FirstTokenRequest request, ModelSession session, CancellationToken cancellation)
    {
        if (request.Way is JudgeKind.Verbal or JudgeKind.Frequency || (request.Way is null && request.Samples > 1)) return await session.LearnAsync(Aspects.Server, cancellation).ConfigureAwait(false);
        var aspects = Aspects.Server | (request.Way == JudgeKind.Chat ? Aspects.ChatLogProbabilities : Aspects.Completions);
        var known = await session.LearnAsync(aspects, cancellation).ConfigureAwait(false);
        if (request.Way is not null || Best(known) is JudgeKind.LlamaCompletion or JudgeKind.TextCompletion) return known;
        var chat = await session.LearnAsync(Aspects.ChatLogProbabilities, cancellation).ConfigureAwait(false);
        return known with { Chat = chat.Chat };
    }

    private static JudgeKind? Best(ModelCapabilities known) => known switch
    {
        { Llama.IsWholeVocabulary: true, Tokenizer: TokenizerKind.LlamaCpp } => JudgeKind.LlamaCompletion,
        { Text.Most: > 0 } => JudgeKind.TextCompletion,
        { Chat.Most: > 0 } => JudgeKind.Chat,
        { Chat: not null } => JudgeKind.Verbal,
        _ => null,
    };

    private static JudgeKind KindOf(FirstTokenRequest request, ModelCapabilities known, JudgeDescription? earlier)
    {
        var where = request.Model.Endpoint.BaseUrl.Authority;
        return request.Way switch
        {
            null when request.Samples > 1 => JudgeKind.Frequency,
            null => Best(known) ?? earlier?.Kind ?? throw new RequestException(
                $"What {where} can do is not known: it was not asked, or its answers failed. Try again, without --offline, or say how it is to be asked with --way llama, text, chat or verbal."),
            JudgeKind.LlamaCompletion when known.Llama is { IsWholeVocabulary: false } => throw new RequestException($"{where} has no completion of llama.cpp's own. Try --way text or --way chat."),
            JudgeKind.TextCompletion when known.Text is { Most: 0 } => throw new RequestException($"{where} gives no log-probabilities of texts that it continues by /completions. Try --way chat."),
            JudgeKind.Chat when known.Chat is { Most: 0 } => throw new RequestException($"{where} gives no log-probabilities in a chat. Try --way verbal, or --samples 10 for the share of several answers."),
            { } wanted => wanted,
        };
    }

    private static async Task<JudgeTemplate?> TemplateOfChatAsync(FirstTokenRequest request, ModelSession session, JudgeDescription? earlier, CancellationToken cancellation)
    {
        if (!request.AppliesChatTemplate) return null;
        if (session.ChatTemplate is not { } server)
            return earlier is { IsChatTemplated: true, Template: { } text } ? new JudgeTemplate("chat-in-chat", text) : throw new RequestException("The server's chat template is not known without asking it. Leave out --offline.");
        var (opening, closing) = await server.AroundMessageAsync(cancellation).ConfigureAwait(false)
            ?? throw new RequestException($"{request.Model.Endpoint.BaseUrl.Authority} does not apply its chat template when asked (/apply-template, as llama.cpp has it). Use --way chat, where the server applies it by itself.");
        return (request.Template ?? JudgeTemplate.ForChat).Within(opening, closing);
    }

    private static FirstTokenWork Work(Study study, FirstTokenRequest request, ModelCapabilities known, JudgeKind kind, JudgeDescription? earlier, JudgeTemplate? templated)
    {
        var continues = kind is JudgeKind.LlamaCompletion or JudgeKind.TextCompletion;
        if (request.AppliesChatTemplate && !continues) throw new RequestException("--chat-template is for texts that are continued (--way llama or text): in a chat the server applies its template by itself.");
        if (kind == JudgeKind.Frequency && request.Model.Parameters.Seed is not null) throw new RequestException("The model's settings have a seed, with which every sample would be the same answer. Take it out for --samples.");
        var template = templated ?? request.Template ?? (continues ? JudgeTemplate.ForText : JudgeTemplate.ForChat);
        // Tokens have other numbers in another vocabulary.
        var sameModel = continues && earlier?.Model == request.Model.Endpoint.Model;
        var judge = new JudgeDescription(request.Name, kind)
        {
            Model = request.Model.Endpoint.Model,
            Endpoint = EndpointDefaults.Of(request.Model.Endpoint.Kind).Name,
            Size = request.Size ?? earlier?.Size,
            Template = template.Text,
            TemplateVersion = template.Version,
            AskedWith = FirstTokenWork.AskedWith(request, kind),
            IsChatTemplated = templated is not null,
            AsksBothOrders = request.Orders.Count > 1,
            Samples = kind == JudgeKind.Frequency ? request.Samples : 1,
            TokensOfA = sameModel ? earlier!.TokensOfA : [],
            TokensOfB = sameModel ? earlier!.TokensOfB : [],
        };
        Judgements.Check(study, judge);
        var atOnce = AtOnce(kind, known, request.Model.Endpoint.Limits);
        return new FirstTokenWork(request, judge, template)
        {
            Letters = LetterTokens.Of(judge),
            Likeliest = kind switch
            {
                JudgeKind.LlamaCompletion => MostLikeliest,
                JudgeKind.TextCompletion => known.Text is { Most: > 0 and var most } ? Math.Min(most, MostLikeliest) : 5,
                _ => known.Chat is { Most: > 0 and var most } ? Math.Min(most, MostLikeliest) : 20,
            },
            Context = known.ContextLength,
            AtOnce = atOnce,
            Slots = known.Slots ?? 1,
            Notices =
            [
                .. template.IsFenced ? Array.Empty<string>() : ["The template does not say {fence}: nothing tells the judge where responses begin and end, and one of them may pretend to be the prompt."],
                .. atOnce < Math.Min(known.Slots ?? 1, request.Model.Endpoint.Limits.Concurrency)
                    ? [$"One pair is asked at a time, so that the numbers are the same every time. The server takes {known.Slots}: name how many under limits (concurrency), or by --parallel beside --gguf, to be faster."]
                    : Array.Empty<string>(),
            ],
        };
    }

    // Two prompts that llama.cpp happens to compute in one batch get other digits than one alone, so that several pairs at once are for those who ask for it. Then as many
    // as the server has slots: pairs of one query meet the slot that has read the query already.
    private static int AtOnce(JudgeKind kind, ModelCapabilities known, EndpointLimits limits) =>
        kind == JudgeKind.LlamaCompletion && !limits.IsConcurrencyChosen ? 1
        : known.Slots is { } slots ? Math.Clamp(slots, 1, limits.Concurrency)
        : 2 * limits.Concurrency;

    private static async Task<FirstTokenWork> WithLettersAsync(
        Study study, FirstTokenWork work, Tokenizer tokenizer, ModelSession session, int? vocabulary, CancellationToken cancellation)
    {
        var reader = new JudgedPairReader(study);
        if (reader.ByQuery() is not [var first, ..]) return work;
        var prompt = work.Template.Render(reader.Pair(first).Texts, AskedOrder.FirstAsA, work.Judge.Kind);
        var continued = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach (var end in TokenBoundary.Gaps.SelectMany(gap => new[] { gap + "A", gap + "B" })) continued[end] = await tokenizer.TokenizeAsync(prompt + end, cancellation).ConfigureAwait(false);
        var (letters, problem) = TokenBoundary.Of(prompt, await tokenizer.TokenizeAsync(prompt, cancellation).ConfigureAwait(false), continued);
        if (letters is null)
        {
            throw new RequestException(
                $"After the template {work.Template.Name} the letters cannot be compared: as {work.Request.Model.Endpoint.BaseUrl.Authority} cuts the prompt into tokens, {problem}. "
                + "End the template with a word and without a space behind it (--template), or give --way chat.");
        }
        if (work.Judge.Kind == JudgeKind.TextCompletion) return work.With(letters);
        if (work.Letters is { } before && before.A[0] == letters.A[0] && before.B[0] == letters.B[0]) return work;
        // Once a judge: of the whole vocabulary, which is millions of bytes, only the letters are of use.
        var whole = ModelRequest.LlamaText(work.Template.Version, prompt) with
        {
            Parameters = new RequestParameters { MaxTokens = 1, TopLogProbabilities = vocabulary ?? LargestVocabulary, Bias = [FirstTokenWork.Forced(letters.A[0])] },
        };
        var outcome = await session.TryAsync(whole, cancellation).ConfigureAwait(false);
        return outcome?.Answer?.Tokens is [var token, ..] && IsWhole(token.Alternatives, vocabulary)
            ? work.With(letters.With(token.Alternatives))
            : work.WithForNow(letters) with { Notices = [.. work.Notices, "The whole vocabulary could not be read: other tokens that are a letter, if there are any, are not counted to it in this run. The next one tries again."] };
    }

    // Where a server does not say how many tokens it has, their probabilities tell.
    private static bool IsWhole(IReadOnlyList<TokenCandidate> alternatives, int? vocabulary) =>
        vocabulary is { } size ? alternatives.Count >= size : alternatives.Sum(token => Math.Exp(token.LogProbability)) > LeastMass;
}
