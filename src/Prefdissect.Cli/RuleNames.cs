using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Resolving;

namespace Prefdissect.Cli;

/// <summary>Names of the rules by which answers become ratings.</summary>
internal static class RuleNames
{
    private static readonly (string Name, Func<ResolvingRules, ResolvingRules> Set)[] Rules =
    [
        ("default", _ => ResolvingRules.Default),
        ("paper", _ => ResolvingRules.Paper),
        ("off-scale-lowest", rules => rules with { OffScale = OffScale.CountAsLowest }),
        ("lowest-item", rules => rules with { Items = ItemSummary.Lowest }),
        ("no-errors-where-not-told", rules => rules with { ErrorsNotTold = ErrorsNotTold.CountAsNone }),
        ("repeated-errors-once", rules => rules with { RepeatedErrors = RepeatedErrors.CountOnce }),
    ];

    /// <summary>The names.</summary>
    public static IEnumerable<string> All => Rules.Select(rule => rule.Name);

    /// <summary>The names of some rules, as they can be given.</summary>
    public static string Of(ResolvingRules rules)
    {
        var names = Rules.Where(rule => rule.Name != "paper" && rule.Set(ResolvingRules.Default) != ResolvingRules.Default && rule.Set(rules) == rules).Select(rule => rule.Name).ToList();
        return names.Count == 0 ? "default" : string.Join(",", names);
    }

    /// <summary>The rules that some names come to, one after the other.</summary>
    /// <exception cref="UsageException">A name is none of them.</exception>
    public static ResolvingRules Parse(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Aggregate(ResolvingRules.Default, (rules, name) =>
        Rules.FirstOrDefault(rule => rule.Name == name).Set is { } set ? set(rules) : throw new UsageException($"--resolve: there is no rule '{name}'; there are {string.Join(", ", All)}."));
}
