using Prefdissect.Annotating;
using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Surface;
using Prefdissect.Models.Fencing;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>Gathers everything that a study says of one pair.</summary>
public static class PairDetailsWorkflow
{
    private static readonly SurfaceAnnotator Surface = new();

    /// <summary>The pair.</summary>
    /// <param name="study">The study.</param>
    /// <param name="pair">The pair's content hash in hexadecimal digits, or its beginning of at least 6.</param>
    /// <exception cref="RequestException">There is no such pair, or several.</exception>
    public static PairDetails Run(Study study, string pair)
    {
        using var state = study.BeginRead();
        var (row, hash) = ChosenPair.Of(study, pair);
        var (texts, reader) = (new JudgedPairReader(study).Pair(row), new PairReader(study, row));
        var (votes, source, told) = (reader.Votes(), reader.Source(), reader.ToldScenario());
        return new PairDetails(
            hash, row, texts.Query,
            ResponseOf(texts.First, reader, PairSide.First, votes.Select(vote => vote.WriterA)), ResponseOf(texts.Second, reader, PairSide.Second, votes.Select(vote => vote.WriterB)))
        {
            HasEqualResponses = texts.HasEqualResponses,
            Source = source,
            IsSimulated = source.Simulated || votes.Any(vote => vote.Source.Simulated),
            Groups = PairGroups.Of(votes, told?.Group),
            Scenarios = [.. votes.Select(vote => vote.Scenario).Where(scenario => !string.IsNullOrEmpty(scenario)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            ToldScenario = told,
            Metadata = [.. votes.SelectMany(vote => vote.Metadata).Distinct().OrderBy(of => of.Key, StringComparer.Ordinal).ThenBy(of => of.Value, StringComparer.Ordinal)],
            References = reader.References(),
            Annotations = [.. AnnotationsOf(study, row)],
            Judgements = [.. JudgementsOf(study, row, votes)],
        };
    }

    private static PairResponse ResponseOf(string text, PairReader reader, PairSide side, IEnumerable<string?> writers) => new(text, new Response(text).Hash)
    {
        Writers = [.. writers.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Signs = reader.Signs(side) ?? ManipulationScan.Of(text),
        Evidence = Surface.Explain(text),
    };

    private static IEnumerable<PairAnnotation> AnnotationsOf(Study study, long pair)
    {
        var reader = new StudyReader(study);
        var properties = reader.Properties();
        foreach (var annotator in reader.Annotators())
        {
            var rated = new PairRatingReader(study, annotator, properties.All).Of([pair]).GetValueOrDefault(pair, []);
            var answers = new AnnotationReader(study, annotator);
            var asked = answers.Pair(pair);
            var annotation = new PairAnnotation(annotator, [.. rated.Where(of => of.A.State != RatingState.NotMeasured || of.B.State != RatingState.NotMeasured)])
            {
                Info = asked.Info,
                Errors = [.. ErrorsOf(answers, asked, annotator)],
            };
            if (annotation is not { Ratings.Count: 0, Info: null, Errors.Count: 0 }) yield return annotation;
        }
    }

    // Of parts asked one after the other, the last that can be read counts.
    private static IEnumerable<AnsweredErrors> ErrorsOf(AnnotationReader reader, PairToAsk pair, AnnotatorIdentity annotator)
    {
        var isSingle = annotator.Id.Split('#')[0].EndsWith(":single", StringComparison.Ordinal);
        ResponseShown[] shown = isSingle ? [ResponseShown.First, ResponseShown.Second] : [ResponseShown.Both];
        return pair.PartsOf(AnnotationStep.Errors.Name)
            .Where(part => part.Status == StepStatus.Done && part.Answers.Count == shown.Length)
            .SelectMany(part => part.Answers.Zip(shown, (key, which) => (Text: reader.AnswerText(key), Question: new StepQuestion(AnnotationStep.Errors, which, []))))
            .Where(answer => answer.Text is not null)
            .SelectMany(answer => StepAnswerReader.Read(answer.Question, answer.Text!, reader.Rules.OffScale) is AnswerReading.Usable { Answer: StepAnswer.OfErrors errors } ? errors.Sides : [])
            .GroupBy(errors => errors.Side).Select(ofSide => ofSide.Last()).OrderBy(errors => errors.Side);
    }

    private static IEnumerable<PairJudgement> JudgementsOf(Study study, long pair, IReadOnlyList<KeptVote> votes)
    {
        var reader = new JudgementReader(study);
        var described = reader.Descriptions().ToDictionary(judge => judge.Name, StringComparer.Ordinal);
        var byJudge = votes.ToLookup(vote => vote.Judge, StringComparer.Ordinal);
        foreach (var judge in byJudge.Select(of => of.Key).Union(described.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var judgement = new PairJudgement(judge, [.. byJudge[judge]])
            {
                Description = described.GetValueOrDefault(judge),
                Readings = described.ContainsKey(judge) ? reader.Readings(judge, pair) : [],
            };
            if (judgement.Votes.Count > 0 || judgement.Readings.Count > 0) yield return judgement;
        }
    }
}
