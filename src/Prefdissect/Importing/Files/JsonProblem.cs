using System.Text.Json;

namespace Prefdissect.Importing.Files;

/// <summary>What is wrong with a JSON text, in our words.</summary>
internal static class JsonProblem
{
    public static string Found(JsonException problem) =>
        IsTooDeep(problem) ? "JSON nested too deep" : FormattableString.Invariant($"JSON that breaks at byte {problem.BytePositionInLine ?? 0} of its line ({Reason(problem)})");

    public static string Expected(JsonException problem, ImportLimits limits) =>
        IsTooDeep(problem) ? FormattableString.Invariant($"at most {limits.JsonDepth} levels") : "well-formed JSON";

    private static bool IsTooDeep(JsonException problem) => problem.Message.Contains("maximum configured depth", StringComparison.Ordinal);

    // The reader's message ends with its own count of lines, which would contradict ours.
    private static string Reason(JsonException problem)
    {
        var cut = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Shown.Plain(cut > 0 ? problem.Message[..cut] : problem.Message).TrimEnd('.');
    }
}
