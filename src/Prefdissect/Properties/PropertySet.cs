using System.Diagnostics.CodeAnalysis;

namespace Prefdissect.Properties;

/// <summary>Properties in their order, found by short name: the 29 published ones, those of a team, or both. Immutable.</summary>
public sealed class PropertySet
{
    private readonly Dictionary<string, int> places;

    /// <summary>A set of properties in their order.</summary>
    /// <exception cref="ArgumentException">Two have the same long or the same short name.</exception>
    public PropertySet(IEnumerable<Property> properties)
    {
        All = [.. properties];
        places = new(StringComparer.Ordinal);
        for (var i = 0; i < All.Count; i++)
        {
            if (!places.TryAdd(All[i].ShortName, i)) throw new ArgumentException($"Two properties have the short name '{All[i].ShortName}'.", nameof(properties));
        }
        if (All.GroupBy(property => property.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two properties have the name '{twice.Key}'.", nameof(properties));
    }

    /// <summary>The 29 of the paper.</summary>
    public static PropertySet Published { get; } = new(PublishedProperties.All);

    /// <summary>The properties in their order.</summary>
    public IReadOnlyList<Property> All { get; }

    /// <summary>Those that are not among the 29, in their order.</summary>
    public IEnumerable<Property> Own => All.Where(property => !Published.places.ContainsKey(property.ShortName));

    /// <summary>The property with a short name, or <see langword="null"/>.</summary>
    public Property? Find(string shortName) => TryFind(shortName, out var property) ? property : null;

    /// <summary>Finds the property with a short name.</summary>
    public bool TryFind(string shortName, [NotNullWhen(true)] out Property? property)
    {
        property = places.TryGetValue(shortName, out var place) ? All[place] : null;
        return property is not null;
    }

    /// <summary>Where a property stands, from 0; <see cref="int.MaxValue"/> for one that is not in the set, so that it sorts last.</summary>
    public int PlaceOf(string shortName) => places.TryGetValue(shortName, out var place) ? place : int.MaxValue;

    /// <summary>This set and more properties after it.</summary>
    /// <exception cref="ArgumentException">One of them has a name that is taken.</exception>
    public PropertySet With(IEnumerable<Property> more) => new([.. All, .. more]);

    /// <summary>The properties of some short names or long names, in the order of this set.</summary>
    /// <exception cref="KeyNotFoundException">A name is none of this set.</exception>
    public PropertySet Only(IEnumerable<string> names)
    {
        var wanted = new HashSet<int>();
        foreach (var name in names)
        {
            var place = PlaceOf(name);
            for (var i = 0; place == int.MaxValue && i < All.Count; i++)
            {
                if (All[i].Name == name) place = i;
            }
            if (place == int.MaxValue) throw new KeyNotFoundException($"There is no property '{name}'. There are: {string.Join(", ", places.Keys)}.");
            wanted.Add(place);
        }
        return new(All.Where((_, i) => wanted.Contains(i)));
    }
}
