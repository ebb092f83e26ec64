using System.Globalization;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Properties;

namespace Prefdissect.Dashboard.WhatIf;

/// <summary>What a person supposes of a pair, as the address says it: <c>x.PROPERTY</c> is 1 where response A has more of it, −1 where B has.</summary>
/// <param name="Features">Short name → −1 or 1; properties that are alike on both sides are not there.</param>
/// <param name="Group">The group whose fits are asked.</param>
/// <param name="Judges">Judges to ask, in their order; the usual ones where empty.</param>
public sealed record WhatIfChoice(IReadOnlyDictionary<string, double> Features, string Group, IReadOnlyList<string> Judges)
{
    private const string Prefix = "x.";

    /// <summary>The name of a property's switch.</summary>
    public static string NameOf(string property) => Prefix + property;

    /// <summary>The choice that an address makes.</summary>
    /// <param name="query">The address.</param>
    /// <param name="properties">The properties that there are.</param>
    /// <param name="start">Features of the pair that the address begins from; an address's own choices go before them.</param>
    public static WhatIfChoice Of(PageQuery query, PropertySet properties, IReadOnlyDictionary<string, double> start)
    {
        var features = new Dictionary<string, double>(start, StringComparer.Ordinal);
        foreach (var property in properties.All)
        {
            if (query.One(NameOf(property.ShortName)) is not { } text) continue;
            if (text is "1" or "-1") features[property.ShortName] = double.Parse(text, CultureInfo.InvariantCulture);
            else features.Remove(property.ShortName);
        }
        return new WhatIfChoice(features.Where(feature => feature.Value != 0).ToDictionary(), query.One("group") ?? Pairs.Group.All, [.. query.All("judge").Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Which response has more of a property: 1 for A, −1 for B, 0 for neither.</summary>
    public int SideOf(string property) => Features.TryGetValue(property, out var feature) ? Math.Sign(feature) : 0;
}
