using System.Text;
using System.Text.Json;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Capabilities;

/// <summary>
/// Finds out what an endpoint can do by trying it, not by its name: servers accept what they ignore, and versions differ. Only an answer that shows it proves an ability, and only
/// several answers in a row that show the contrary prove its absence, because one answer can be spoilt by chance. Whatever else comes, an answer cut off before it shows anything, a
/// fault, a refusal of something beside what is tried, leaves the thing unknown.
/// </summary>
/// <param name="client">Sends the requests; they count towards its budget.</param>
public sealed class CapabilityProbe(ModelClient client)
{
    /// <summary>What probes are counted under.</summary>
    public const string Step = "capabilities";

    private const string Version = "capabilities-1";
    private const int Tries = 3;

    private const int FewTokens = 48;

    // Room for the thoughts of a model that thinks before it answers.
    private const int MostTokens = 1024;

    /// <summary>Tries what is asked for.</summary>
    /// <param name="aspects">What to try.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ModelUnavailableException">The endpoint cannot be asked at all: it is down, refuses the key or does not know the model.</exception>
    public async Task<ModelCapabilities> TryAsync(Aspects aspects, CancellationToken cancellationToken)
    {
        var found = ModelCapabilities.Unknown;
        if (aspects.HasFlag(Aspects.Server)) found = await new ServerProbe(client).TryAsync(cancellationToken).ConfigureAwait(false);
        if (aspects.HasFlag(Aspects.Structured)) found = found.Merge(await StructuredAsync(cancellationToken).ConfigureAwait(false));
        if (aspects.HasFlag(Aspects.ChatLogProbabilities))
        {
            found = found with { Chat = await LogProbabilitiesAsync(top => ModelRequest.Chat(Version, Message.User("Say the letter A.")) with { Parameters = OneToken(top) }, cancellationToken).ConfigureAwait(false) };
        }
        return aspects.HasFlag(Aspects.Completions) ? found.Merge(await CompletionsAsync(cancellationToken).ConfigureAwait(false)) : found;
    }

    private async Task<ModelCapabilities> StructuredAsync(CancellationToken cancellationToken)
    {
        var schema = await ShowsAsync(StructuredOutput.JsonSchema, cancellationToken).ConfigureAwait(false);
        if (schema == Shown.Schema) return new ModelCapabilities { Structured = StructuredOutput.JsonSchema, IgnoresSchema = false };
        if (schema == Shown.Nothing || (schema == Shown.Refusal && !await AnswersPlainlyAsync(cancellationToken).ConfigureAwait(false))) return ModelCapabilities.Unknown;
        var found = new ModelCapabilities { IgnoresSchema = schema == Shown.Refusal ? null : true };
        return (await ShowsAsync(StructuredOutput.SchemaInObject, cancellationToken).ConfigureAwait(false)) switch
        {
            Shown.Nothing => ModelCapabilities.Unknown,
            Shown.Schema => found with { Structured = StructuredOutput.SchemaInObject },
            Shown.Json => found with { Structured = StructuredOutput.JsonObject },
            Shown.Text when schema == Shown.Json => found with { Structured = StructuredOutput.JsonObject },
            _ => found with { Structured = StructuredOutput.None },
        };
    }

    private async Task<Shown> ShowsAsync(StructuredOutput structured, CancellationToken cancellationToken)
    {
        var best = Shown.Text;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            // The word that the schema demands is one that the question does not lead to: it comes from the schema or not at all.
            var word = $"quillwort{attempt}";
            var schema = new AnswerSchema("probe", $$$"""{"type":"object","properties":{"plant":{"type":"string","enum":["{{{word}}}"]}},"required":["plant"],"additionalProperties":false}""");
            var shown = Shown.Nothing;
            // Few tokens are enough for an answer by the schema; a model that thinks aloud first needs many.
            foreach (var room in new[] { FewTokens, MostTokens })
            {
                var outcome = await client.SendAsync(Question(attempt, room) with { Schema = schema }, structured, cancellationToken).ConfigureAwait(false);
                if (Refuses(outcome)) return Shown.Refusal;
                shown = outcome.Answer is { } answer ? What(answer, word) : Shown.Nothing;
                if (shown != Shown.Nothing || outcome.Answer is not { IsCutShort: true }) break;
            }
            if (shown == Shown.Schema) return shown;
            best = shown == Shown.Nothing || best == Shown.Nothing ? Shown.Nothing : shown > best ? shown : best;
        }
        return best;
    }

    // What is refused with a schema and without one is not refused because of the schema, and so would be every other request.
    private async Task<bool> AnswersPlainlyAsync(CancellationToken cancellationToken)
    {
        var outcome = await client.SendAsync(Question(0, MostTokens), StructuredOutput.None, cancellationToken).ConfigureAwait(false);
        return Refuses(outcome) ? throw ModelUnavailableException.Of(client.Model, outcome.Failure!) : outcome.HasAnswer;
    }

    private static ModelRequest Question(int attempt, int room) =>
        ModelRequest.Chat(Version, Message.User("Reply with a JSON object that has one field, \"colour\", naming the colour of the sky.")) with
        {
            Step = Step,
            Attempt = attempt,
            Parameters = new RequestParameters { MaxTokens = room },
        };

    private async Task<LogProbabilitySupport?> LogProbabilitiesAsync(Func<int, ModelRequest> request, CancellationToken cancellationToken)
    {
        // OpenAI gives at most 20, some servers 5; llama.cpp any number.
        foreach (var top in new[] { 50, 20, 5 })
        {
            var outcome = await client.SendAsync(request(top) with { Step = Step }, StructuredOutput.None, cancellationToken).ConfigureAwait(false);
            if (Refuses(outcome)) continue;
            if (!outcome.HasAnswer) return null;
            if (outcome.Answer.Tokens is not [var first, ..]) return LogProbabilitySupport.None;
            var given = first.Alternatives.Count;
            return new LogProbabilitySupport(Math.Min(given, top), outcome.Answer.Format == AnswerFormat.Llama && given >= top);
        }
        return LogProbabilitySupport.None;
    }

    private async Task<ModelCapabilities> CompletionsAsync(CancellationToken cancellationToken)
    {
        const string Prompt = "The first letter of the alphabet is";
        var plain = await client.SendAsync(ModelRequest.Text(Version, Prompt) with { Step = Step, Parameters = OneToken(null) }, StructuredOutput.None, cancellationToken).ConfigureAwait(false);
        // A path or a model for texts may be missing where chats are answered; what else stops all work would meet them too.
        if (plain.Failure is { StopsWork: true, Reason: not FailureReason.NotFound } failure) throw ModelUnavailableException.Of(client.Model, failure);
        var text = plain.HasAnswer ? await LogProbabilitiesAsync(top => ModelRequest.Text(Version, Prompt) with { Parameters = OneToken(top) }, cancellationToken).ConfigureAwait(false) : null;
        return new ModelCapabilities
        {
            CompletesText = plain.HasAnswer ? true : plain.Failure is { Reason: FailureReason.NotFound or FailureReason.BadRequest } ? false : null,
            Text = plain.HasAnswer ? text : LogProbabilitySupport.None,
            Llama = await LlamaAsync(Prompt, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<LogProbabilitySupport?> LlamaAsync(string prompt, CancellationToken cancellationToken)
    {
        var outcome = await client.SendAsync(ModelRequest.LlamaText(Version, prompt) with { Step = Step, Parameters = OneToken(50) }, StructuredOutput.None, cancellationToken).ConfigureAwait(false);
        if (!outcome.HasAnswer) return outcome.Failure.Status is >= 400 and < 500 || outcome.Failure.Reason == FailureReason.MalformedAnswer ? LogProbabilitySupport.None : null;
        var given = outcome.Answer.Tokens is [var first, ..] ? first.Alternatives.Count : 0;
        return new LogProbabilitySupport(Math.Min(given, 50), given >= 50);
    }

    // A refused field is a finding; a server that cannot be asked at all is not.
    private bool Refuses(ModelOutcome outcome)
    {
        if (outcome.Failure is { } failure && (failure.StopsWork || failure.Reason == FailureReason.Forbidden)) throw ModelUnavailableException.Of(client.Model, failure);
        return outcome.Failure is { Reason: FailureReason.BadRequest };
    }

    private static RequestParameters OneToken(int? top) => new() { MaxTokens = 1, TopLogProbabilities = top };

    private static Shown What(ModelAnswer answer, string word)
    {
        if (string.IsNullOrWhiteSpace(answer.Text)) return Shown.Nothing;
        // Whoever is held to the schema begins with a brace, and a tag may begin thoughts: of such an answer the end would be needed.
        if (answer.IsCutShort) return answer.Text.AsSpan().TrimStart()[0] is '{' or '<' ? Shown.Nothing : Shown.Text;
        return What(answer.Text, word);
    }

    private static Shown What(string text, string word)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Shown.Text;
            return document.RootElement.Text("plant") == word ? Shown.Schema : Shown.Json;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Shown.Text;
        }
    }

    private enum Shown
    {
        Nothing,
        Refusal,
        Text,
        Json,
        Schema,
    }
}
