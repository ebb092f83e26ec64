using System.Text.Json;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Asking;

/// <summary>What a server's reply comes to: the status first, then the body.</summary>
internal static class ReplyReading
{
    public static ModelOutcome Read(RequestShape shape, ServerReply reply, ApiKey? key)
    {
        if (reply.Status is >= 200 and < 300)
        {
            if (reply.Body is null) return ModelOutcome.Failed(FailureReason.AnswerTooLarge, "The body of the answer is larger than allowed (limits: largest-answer-kb).", reply.Status);
            return AnswerReader.Read(FormatOf(shape), reply.Body);
        }
        var (message, code) = Error(reply.Body);
        var detail = FailureText.Shorten(key is null ? message : key.Redact(message));
        return ModelOutcome.Failed(ReasonOf(reply.Status, message, code), detail, reply.Status);
    }

    /// <summary>The format in which a shape is answered.</summary>
    public static AnswerFormat FormatOf(RequestShape shape) => shape switch
    {
        RequestShape.Chat => AnswerFormat.Chat,
        RequestShape.Text => AnswerFormat.Text,
        RequestShape.Pooling => AnswerFormat.Pooling,
        _ => AnswerFormat.Llama,
    };

    private static FailureReason ReasonOf(int status, string message, string code) => status switch
    {
        401 => FailureReason.Unauthorized,
        403 => IsFiltered(code) || Says(message, "moderation") || Says(message, "flagged") ? FailureReason.Filtered : FailureReason.Forbidden,
        402 => FailureReason.OutOfCredit,
        404 or 405 or (>= 300 and < 400) => FailureReason.NotFound,
        408 => FailureReason.TimedOut,
        409 or 425 => FailureReason.ServerError,
        413 => FailureReason.PromptTooLong,
        429 => code is "insufficient_quota" or "billing_hard_limit_reached" ? FailureReason.OutOfCredit : FailureReason.RateLimited,
        501 => FailureReason.BadRequest,
        >= 500 when IsTooLong(message, code) => FailureReason.PromptTooLong,
        >= 500 => FailureReason.ServerError,
        _ when IsTooLong(message, code) => FailureReason.PromptTooLong,
        _ when IsFiltered(code) => FailureReason.Filtered,
        _ => FailureReason.BadRequest,
    };

    private static bool IsFiltered(string code) => code.Contains("content_filter", StringComparison.Ordinal) || code.Contains("content_policy", StringComparison.Ordinal);

    private static bool IsTooLong(string message, string code) => code is "context_length_exceeded" or "exceed_context_size_error"
        || (message.Contains("context", StringComparison.OrdinalIgnoreCase) && (Says(message, "exceed") || Says(message, "maximum") || Says(message, "too long") || Says(message, "longer than")));

    private static bool Says(string message, string word) => message.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static (string Message, string Code) Error(byte[]? body)
    {
        if (body is null or []) return ("", "");
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var error = root.Field("error") ?? root;
            if (error.ValueKind == JsonValueKind.String) return (error.GetString()!, "");
            // OpenRouter's code is the status again; what it flagged a text for stands beside it.
            if (error.Field("metadata")?.Field("reasons") is not null) return (error.Text("message") ?? "", "content_filter");
            return (error.Text("message") ?? root.Text("detail") ?? "", error.Text("code") ?? error.Text("type") ?? "");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // No JSON, or a text in it that is none: a lone half of a character.
            return (System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2000))), "");
        }
    }
}
