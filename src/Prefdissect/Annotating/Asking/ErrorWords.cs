using Prefdissect.Importing;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Asking;

/// <summary>The words of answers for types and severities of errors, read by what they contain, since annotators put them in sentences.</summary>
internal static class ErrorWords
{
    public static IReadOnlyList<(string Word, string Stem, ErrorType Type)> Types { get; } =
    [
        ("factual", "fact", ErrorType.Factual), ("contradicts the query", "contradict", ErrorType.ContradictsQuery), ("math", "math", ErrorType.Math), ("code", "code", ErrorType.Code),
    ];

    public static IReadOnlyList<(string Word, ErrorSeverity Severity)> Severities { get; } =
        [("minor", ErrorSeverity.Minor), ("moderate", ErrorSeverity.Moderate), ("severe", ErrorSeverity.Severe)];

    /// <summary>The type that a text names; <see langword="null"/> where it names none or several.</summary>
    public static ErrorType? TypeOf(string text)
    {
        var found = Types.Where(type => LooseName.Of(text).Contains(type.Stem, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0].Type : null;
    }

    /// <summary>The severity that a text names; <see langword="null"/> where it names none or several.</summary>
    public static ErrorSeverity? SeverityOf(string text)
    {
        var found = Severities.Where(severity => LooseName.Of(text).Contains(severity.Word, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0].Severity : null;
    }

    /// <summary>The severity that a property of errors counts.</summary>
    public static ErrorSeverity SeverityOf(Property property) =>
        SeverityOf(property.ShortName) ?? throw new ArgumentException($"'{property.ShortName}' counts errors of no severity.", nameof(property));
}
