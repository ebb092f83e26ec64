using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Prefdissect.Annotating;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Dissecting.AnnotatorErrors;

/// <summary>
/// How does an annotator mistake features? The pairs that it and a more trusted one both rated, counted property by property: what the trusted one sees is taken for true. A pair
/// counts the same whichever way it is turned. What the choice of pairs does to the counts is told by drawing whole queries again.
/// </summary>
public sealed class DoublyRatedPairs
{
    /// <summary>How often queries are drawn again.</summary>
    public const int Resamples = 25;

    /// <summary>Raised whenever the same pairs give other corrections than before, so that stored ones are made anew.</summary>
    private const int Revision = 1;

    private readonly string[] names;
    private readonly int[] columns;
    private readonly List<(ComparedPair Observed, ComparedPair Trusted, int Query)> pairs;
    private readonly int queries;

    /// <summary>Counts pairs.</summary>
    /// <param name="trusted">Who is trusted.</param>
    /// <param name="properties">What the annotator rated.</param>
    /// <param name="observed">Its pairs.</param>
    /// <param name="trustedProperties">What the trusted one rated.</param>
    /// <param name="trustedPairs">Its pairs, in any order; those without a partner are passed over.</param>
    public DoublyRatedPairs(
        AnnotatorIdentity trusted, IReadOnlyList<Property> properties, IEnumerable<ComparedPair> observed, IReadOnlyList<Property> trustedProperties, IEnumerable<ComparedPair> trustedPairs)
    {
        Trusted = trusted;
        names = [.. properties.Select(property => property.ShortName)];
        columns = [.. properties.Select(property => trustedProperties.Index().Where(of => of.Item.ShortName == property.ShortName).Select(of => of.Index).DefaultIfEmpty(-1).First())];
        var partners = trustedPairs.Where(pair => !pair.HasEqualResponses).ToDictionary(pair => pair.Pair);
        var both = observed.Where(pair => partners.ContainsKey(pair.Pair)).OrderBy(pair => pair.Pair).Select(pair => (Observed: pair, Trusted: partners[pair.Pair]))
            .Where(of => Enumerable.Range(0, columns.Length).Any(p => IsComparedByBoth(of.Observed, of.Trusted, p))).ToList();
        var places = both.Select(of => of.Observed.Query).Distinct().Index().ToDictionary(of => of.Item, of => of.Index);
        pairs = both.ConvertAll(of => (of.Observed, of.Trusted, places[of.Observed.Query]));
        queries = places.Count;
        var tables = Tables([.. Enumerable.Repeat(1, queries)]);
        Confusions = [.. properties.Select((property, p) => (columns[p], property.Rule) switch
        {
            ( >= 0, _) => MeasuredConfusion.Of(property.ShortName, trusted.Id, tables[p]),
            // Words are counted, not rated.
            (_, ComparisonRule.Length) => new(property.ShortName, 0, 0, FeatureConfusion.None, null),
            _ => new MeasuredConfusion(property.ShortName, 0, 0, null, $"not rated by {trusted.Id}"),
        })];
        DataHash = HashOfContent();
    }

    /// <summary>Who is trusted.</summary>
    public AnnotatorIdentity Trusted { get; }

    /// <summary>Pairs that both compared by at least one property.</summary>
    public int Count => pairs.Count;

    /// <summary>What is known of the mistakes, a property each, in the order of the annotator's.</summary>
    public IReadOnlyList<MeasuredConfusion> Confusions { get; }

    /// <summary>SHA-256 of what was counted: equal hashes correct equal fits equally.</summary>
    public ContentHash DataHash { get; }

    /// <summary>The mistakes that can be reckoned with, by short name.</summary>
    public IReadOnlyDictionary<string, FeatureConfusion> Known =>
        Confusions.Where(of => of.Confusion is not null).ToDictionary(of => of.Property, of => of.Confusion!, StringComparer.Ordinal);

    /// <summary>The same mistakes as other choices of queries would have shown them, <see cref="Resamples"/> times.</summary>
    /// <param name="seed">Where chance begins.</param>
    public IEnumerable<IReadOnlyDictionary<string, FeatureConfusion>> Resampled(ulong seed)
    {
        var known = Known;
        var random = new SplitMix(seed);
        for (var number = 0; number < Resamples; number++)
        {
            var times = new int[queries];
            for (var draw = 0; draw < queries; draw++) times[random.Below(queries)]++;
            var tables = Tables(times);
            yield return known.ToDictionary(
                of => of.Key, of => columns[Array.IndexOf(names, of.Key)] < 0 ? of.Value : FeatureConfusion.Of(tables[Array.IndexOf(names, of.Key)]) ?? of.Value, StringComparer.Ordinal);
        }
    }

    private bool IsComparedByBoth(ComparedPair observed, ComparedPair trusted, int property) =>
        columns[property] >= 0 && observed[property] is not null && trusted[columns[property]] is not null;

    private long[][,] Tables(int[] times)
    {
        var tables = Array.ConvertAll(names, _ => new long[3, 3]);
        foreach (var (observed, trusted, query) in pairs)
        {
            for (var p = 0; times[query] > 0 && p < names.Length; p++)
            {
                if (IsComparedByBoth(observed, trusted, p)) tables[p][trusted.Signs[columns[p]] + 1, observed.Signs[p] + 1] += times[query];
            }
        }
        return tables;
    }

    private ContentHash HashOfContent()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"mistakes {Revision}\n{Trusted.Id}\n{Trusted.Version}\n")));
        for (var p = 0; p < names.Length; p++) hash.AppendData(Encoding.UTF8.GetBytes($"{names[p]}\n{(columns[p] < 0 ? "-" : "+")}\n"));
        foreach (var (observed, trusted, _) in pairs)
        {
            hash.AppendData(observed.Pair.ToBytes());
            hash.AppendData(observed.Query.ToBytes());
            hash.AppendData(MemoryMarshal.AsBytes(observed.Signs));
            hash.AppendData(MemoryMarshal.AsBytes(trusted.Signs));
        }
        return ContentHash.FromBytes(hash.GetHashAndReset());
    }
}
