using Prefdissect.Models.Answers;

namespace Prefdissect.Models.Costs;

/// <summary>What tokens cost, in US dollars a million.</summary>
/// <param name="Input">Tokens sent.</param>
/// <param name="Output">Tokens received.</param>
/// <param name="Cached">Tokens sent that the server had in its cache.</param>
public sealed record TokenPrice(double Input, double Output, double Cached)
{
    /// <summary>Nothing.</summary>
    public static TokenPrice Free { get; } = new(0, 0, 0);

    /// <summary>What a batch costs beside the same requests sent one by one: 0.5 is half.</summary>
    public double BatchFactor { get; init; } = 1;

    /// <summary>US dollars for these tokens.</summary>
    public double Of(TokenUsage usage)
    {
        var cached = Math.Clamp(usage.Cached, 0, usage.Prompt);
        return (((usage.Prompt - cached) * Input) + (cached * Cached) + (usage.Answer * Output)) / 1e6;
    }
}
