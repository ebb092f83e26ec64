using Prefdissect.Importing;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Asking;

/// <summary>What a query calls for, by what was found in it.</summary>
internal static class Calls
{
    /// <summary>Whether a property is called for; what was not said of a query does not call for anything.</summary>
    public static bool For(Property property, QueryInfo info) => property.Applies switch
    {
        Applicability.ToQueriesWith { Trait: QueryTrait.UnclearIntent } => info.ClearIntent == false,
        Applicability.ToQueriesWith { Trait: QueryTrait.Feelings } => info.ExpressesFeelings == true,
        Applicability.ToQueriesWith { Trait: var trait } => Items(trait, info).Count > 0,
        Applicability.ToEachOf { Trait: var trait } => Items(trait, info).Count > 0,
        _ => true,
    };

    /// <summary>The items of a trait that is a list; empty for the others.</summary>
    public static IReadOnlyList<string> Items(QueryTrait trait, QueryInfo info) => trait switch
    {
        QueryTrait.Constraints => info.Constraints,
        QueryTrait.Stances => info.Stances,
        QueryTrait.Mistakes => info.Mistakes,
        _ => [],
    };

    /// <summary>The items that a property is rated by, or <see langword="null"/> where it is rated once.</summary>
    public static IReadOnlyList<string>? ItemsOf(Property property, QueryInfo? info) =>
        property.Applies is Applicability.ToEachOf each ? Items(each.Trait, info ?? throw new InvalidOperationException("The items of a query that was not examined are not known.")) : null;
}
