using Prefdissect.Annotating.Agreements;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>How far annotators of a study agree, property by property, on the responses of its pairs.</summary>
public static class AgreementWorkflow
{
    /// <summary>Compares annotators on the properties that all of them rated.</summary>
    /// <exception cref="RequestException">Fewer than two are named, one is not there, or they rated no property in common.</exception>
    public static AgreementView Run(Study study, IReadOnlyList<string> names, long seed, CancellationToken cancellation)
    {
        var present = new StudyReader(study).Annotators();
        var annotators = names.Select(name => AnnotatorChoice.Of(present, name)).Distinct().ToList();
        if (annotators.Count < 2) throw new RequestException("Agreement is between two annotators or more. Name them with --annotators X,Y.");
        var readers = annotators.Select(annotator => new RatingReader(study, annotator)).ToList();
        var common = readers[0].Properties.Where(property => readers.TrueForAll(reader => reader.Properties.Any(other => other.ShortName == property.ShortName))).ToList();
        if (common.Count == 0) throw new RequestException($"{string.Join(" and ", annotators.Select(annotator => annotator.Id))} rated no property in common.");
        var columns = readers.ConvertAll(reader => common.ConvertAll(property => reader.Properties.Index().First(of => of.Item.ShortName == property.ShortName).Index));
        var responses = common.ConvertAll(_ => new List<RatedResponse>());
        foreach (var pair in Together(readers))
        {
            cancellation.ThrowIfCancellationRequested();
            for (var p = 0; p < common.Count; p++)
            {
                responses[p].Add(new RatedResponse(pair.Id, [.. pair.Ratings.Select((of, r) => of.First[columns[r][p]])]));
                responses[p].Add(new RatedResponse(pair.Id, [.. pair.Ratings.Select((of, r) => of.Second[columns[r][p]])]));
            }
        }
        var agreements = new PropertyAgreement[common.Count];
        Parallel.For(0, common.Count, new ParallelOptions { CancellationToken = cancellation }, p => agreements[p] = PropertyAgreement.Of(common[p], responses[p], (ulong)seed));
        return new AgreementView(annotators, agreements, new StudyReader(study).DataHash().ToString());
    }

    private static IEnumerable<(long Id, IReadOnlyList<Dissecting.RatedPair> Ratings)> Together(List<RatingReader> readers)
    {
        var streams = readers.ConvertAll(reader => reader.Pairs().GetEnumerator());
        try
        {
            while (streams.TrueForAll(stream => stream.MoveNext())) yield return (streams[0].Current.Id, streams.ConvertAll(stream => stream.Current.Pair));
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }
}
