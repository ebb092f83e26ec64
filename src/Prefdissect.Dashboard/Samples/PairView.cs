using Prefdissect.Dashboard.Serving;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Samples;

/// <summary>How a pair is shown, as the address says it.</summary>
/// <param name="Query">The address.</param>
public sealed record PairView(PageQuery Query)
{
    /// <summary>Characters of a text that are shown where not the whole is asked for.</summary>
    public const int MostShown = 20_000;

    /// <summary>What is marked in the texts: <c>nothing</c>, <c>difference</c> or <c>evidence</c>.</summary>
    public string Show { get; } = Query.Word("show", "nothing", "difference", "evidence");

    /// <summary>Whether texts are shown as they came, each character to be seen; places can be marked only there.</summary>
    public bool IsPlain => Show != "nothing" || Query.One("text") == "plain";

    /// <summary>The property whose evidence is marked; <see langword="null"/> for all.</summary>
    public string? Property { get; } = Query.One("mark");

    /// <summary>Whether long texts are shown whole.</summary>
    public bool IsWhole { get; } = Query.One("whole") is not null;

    /// <summary>In what the shares of properties are told.</summary>
    public ShareScale Scale { get; } = Query.One("scale") == "log-odds" ? ShareScale.LogOdds : ShareScale.Probability;

    /// <summary>Units of a text that are shown.</summary>
    public int End(string text) => IsWhole ? text.Length : Texts.MarkedText.End(text, MostShown);
}
