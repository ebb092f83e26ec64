using System.Globalization;
using Prefdissect.Pairs;

namespace Prefdissect.Importing;

/// <summary>How a file's winner column writes its verdicts.</summary>
/// <param name="A">The value for response A.</param>
/// <param name="B">The value for response B.</param>
/// <param name="Tie">The value for a tie; <see langword="null"/> where the file has none.</param>
public sealed record WinnerValues(string A, string B, string? Tie = null)
{
    /// <summary>The values and what each means, for messages.</summary>
    public string Accepted => $"{Shown.Quoted(A)} (A), {Shown.Quoted(B)} (B)" + (Tie is null ? "" : $", {Shown.Quoted(Tie)} (tie)");

    /// <summary>
    /// The verdict that a value stands for, or <see langword="null"/>. Outer white space is ignored, and numbers compare as numbers: 1.0 is 1.
    /// </summary>
    public Verdict? VerdictOf(string value) =>
        Same(value, A) ? Verdict.A : Same(value, B) ? Verdict.B : Tie is not null && Same(value, Tie) ? Verdict.Tie : null;

    /// <summary>The same values, checked.</summary>
    /// <exception cref="ImportException">Two of them are the same.</exception>
    public WinnerValues Checked() =>
        Same(A, B) || (Tie is not null && (Same(Tie, A) || Same(Tie, B)))
            ? throw new ImportException(new("--winner-a, --winner-b, --tie"), $"the same value for two verdicts: {Accepted}", "different values",
                "Give each verdict its own value.")
            : this;

    /// <summary>Whether two values are the same: outer white space is ignored, and numbers compare as numbers.</summary>
    internal static bool Same(string one, string other) =>
        one.AsSpan().Trim().SequenceEqual(other.AsSpan().Trim()) || (Number(one) is { } first && Number(other) is { } second && first == second);

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
