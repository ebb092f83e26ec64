using Prefdissect.Properties;
using Prefdissect.Simulating;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>Ratings of an annotator beside those that were planted.</summary>
internal sealed class ComparedRatings
{
    /// <summary>Ratings that are there, values and <em>not applicable</em> alike, by property.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>Values among them, by property.</summary>
    public Dictionary<string, int> Values { get; } = [];

    /// <summary>Ratings that failed or were not measured.</summary>
    public int Absent { get; private set; }

    /// <summary>Ratings that are there and not those that were planted.</summary>
    public List<string> Mismatches { get; } = [];

    public void Add(SimulatedPair pair, IReadOnlyList<Property> properties, IReadOnlyList<Rating> told, IReadOnlyList<int> places, IReadOnlyList<Rating> planted)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (told[i].State is RatingState.Failed or RatingState.NotMeasured)
            {
                Absent++;
                continue;
            }
            Count(Done, properties[i]);
            if (told[i].IsMeasured) Count(Values, properties[i]);
            if (told[i] != planted[places[i]]) Mismatches.Add($"pair {pair.Index}, {properties[i].ShortName}: told {told[i]}, planted {planted[places[i]]}");
        }
    }

    private static void Count(Dictionary<string, int> counts, Property property) => counts[property.ShortName] = counts.GetValueOrDefault(property.ShortName) + 1;
}
