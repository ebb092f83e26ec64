using Prefdissect.Dissecting;

namespace Prefdissect.Reporting;

/// <summary>The word for a verdict, as tables and documents write it.</summary>
internal static class VerdictText
{
    public static string Of(WeightVerdict verdict) => verdict switch
    {
        WeightVerdict.Liked => "liked",
        WeightVerdict.Disliked => "disliked",
        _ => "unclear",
    };
}
