using System.Globalization;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting.Clusters;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Contrasts;

/// <summary>
/// How far would differences move with other queries? Queries are drawn again with replacement, both sides and all groups from the same ones, and each side is fitted
/// anew by its exact posterior mode under its own prior (<see cref="PosteriorMode"/>: under a Laplace prior weights can be exactly 0). Paired, so that what a
/// query does to both judges alike cancels; by query, so that votes that share one stay together. The interval is of the 2.5 % and 97.5 % quantiles.
/// </summary>
public sealed class PairedBootstrap
{
    private readonly IReadOnlyList<ContrastPair> pairs;
    private readonly IReadOnlyList<ContentHash> queries;
    private readonly IReadOnlyList<(Mode Greater, Mode Lesser)> modes;

    /// <summary>Prepares the resampling of some comparisons.</summary>
    /// <exception cref="FormatException">The prior of a side is none.</exception>
    public PairedBootstrap(IReadOnlyList<ContrastPair> pairs)
    {
        this.pairs = pairs;
        modes = [.. pairs.Select(pair => (new Mode(pair.Greater), new Mode(pair.Lesser)))];
        queries = [.. modes.SelectMany(both => new[] { both.Greater, both.Lesser }).SelectMany(mode => mode.Queries).Distinct().Order()];
        var place = queries.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        foreach (var (greater, lesser) in modes)
        {
            greater.Locate(place);
            lesser.Locate(place);
        }
    }

    /// <summary>Number of queries that are resampled.</summary>
    public int Queries => queries.Count;

    /// <summary>Why there is no bootstrap, as a clause; <see langword="null"/> where there is one.</summary>
    public string? Obstacle =>
        queries.Count == 0 ? "neither side has votes here"
        : modes.Any(both => both.Greater.IsUnknown || both.Lesser.IsUnknown) ? "it needs a Laplace or a normal prior"
        : queries.Count < QueryClusters.FewestQueries ? $"{queries.Count} queries, fewer than {QueryClusters.FewestQueries}"
        : null;

    /// <summary>Puts the bootstrap beside rows of the same comparisons, standardised ones included.</summary>
    /// <param name="rows">Rows of <see cref="Contrast"/> on the comparisons given.</param>
    /// <param name="standardisedOver">Groups that standardised rows are means over.</param>
    /// <param name="replicates">Number of resamples, at least 2.</param>
    /// <param name="seed">Where chance begins; each resample depends on it and its own number alone.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="InvalidOperationException">There is an <see cref="Obstacle"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<ContrastRow> Beside(
        IReadOnlyList<ContrastRow> rows, IReadOnlyList<string> standardisedOver, int replicates, long seed, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        if (Obstacle is { } obstacle) throw new InvalidOperationException($"There is no bootstrap: {obstacle}.");
        var places = rows.Select(row => PlacesOf(row, standardisedOver)).ToArray();
        var whole = Differences(Fitted([]), places);
        var resampled = new double[replicates][];
        Parallel.For(0, replicates, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, replicate =>
            resampled[replicate] = Differences(Fitted(Counts(seed, replicate)), places));
        return [.. rows.Select((row, i) => row with { ModeDifference = whole[i], BootstrapLow = QuantileOf(i, 0.025), BootstrapHigh = QuantileOf(i, 0.975) })];

        double QuantileOf(int row, double probability)
        {
            var values = Array.ConvertAll(resampled, of => of[row]);
            Array.Sort(values);
            return Quantile.OfSorted(values, probability);
        }
    }

    /// <summary>How often each query is drawn in one resample.</summary>
    internal int[] Counts(long seed, int replicate)
    {
        var start = ContentHash.Of("query bootstrap", seed.ToString(CultureInfo.InvariantCulture), replicate.ToString(CultureInfo.InvariantCulture));
        var random = new SplitMix((ulong)(start.High >> 64));
        var counts = new int[queries.Count];
        for (var i = 0; i < counts.Length; i++) counts[random.Below(counts.Length)]++;
        return counts;
    }

    private (IReadOnlyDictionary<string, double> Greater, IReadOnlyDictionary<string, double> Lesser)[] Fitted(int[] counts) =>
        [.. modes.Select(both => (both.Greater.Find(counts), both.Lesser.Find(counts)))];

    private static double[] Differences(
        (IReadOnlyDictionary<string, double> Greater, IReadOnlyDictionary<string, double> Lesser)[] fitted, (string Property, int[] Pairs)[] places) =>
        [.. places.Select(place => place.Pairs.Average(pair => fitted[pair].Greater[place.Property] - fitted[pair].Lesser[place.Property]))];

    private (string Property, int[] Pairs) PlacesOf(ContrastRow row, IReadOnlyList<string> standardisedOver)
    {
        bool Belongs(ContrastPair pair) => row.Group == Contrast.Standardised ? standardisedOver.Contains(pair.Group) : pair.Group == row.Group;
        return (row.Property, [.. pairs.Index().Where(entry => Belongs(entry.Item) && entry.Item.Properties.Contains(row.Property)).Select(entry => entry.Index)]);
    }

    /// <summary>One side that can be fitted again and again; a side without votes always gives its weights.</summary>
    private sealed class Mode
    {
        private readonly ContrastSide side;
        private readonly VoteRows? rows;
        private readonly Shrinkage? shrinkage;
        private readonly double[] whole = [];
        private int[] places = [];

        public Mode(ContrastSide side)
        {
            this.side = side;
            if (side.Design is not { } design) return;
            var prior = PriorSpecification.Parse(side.Prior);
            rows = new VoteRows(design, design.ScalesUnder(prior));
            shrinkage = Shrinkage.Of(prior);
            if (shrinkage is { } known) whole = new PosteriorMode(rows, known).Find();
        }

        public bool IsUnknown => rows is not null && shrinkage is null;

        public IReadOnlyList<ContentHash> Queries => rows?.Queries ?? [];

        public void Locate(Dictionary<ContentHash, int> place) => places = [.. Queries.Select(query => place[query])];

        public IReadOnlyDictionary<string, double> Find(int[] counts)
        {
            if (rows is null) return side.Weights.Values;
            var mode = counts.Length == 0 ? whole : new PosteriorMode(rows, shrinkage!.Value).Find([.. places.Select(place => counts[place])], whole);
            return side.Design!.Properties.Select((property, i) => (property.ShortName, i)).ToDictionary(entry => entry.ShortName, entry => mode[entry.i]);
        }
    }
}
