using Prefdissect.Judging.Bias;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>Measures how judges of a study are biased and how reliable they are.</summary>
public static class JudgesWorkflow
{
    /// <summary>Measures the judges asked for.</summary>
    /// <exception cref="RequestException">A judge or annotator is not there, or the study has no judge.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static JudgesView Run(Study study, JudgesRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using var state = study.BeginRead();
        var reader = new StudyReader(study);
        var seen = new SeenPairs(study, request, cancellation);
        var judges = Named(request.Judges, seen.Judges);
        Named([.. request.People, .. request.OwnModels.Select(of => of.Judge)], seen.Judges);
        var lengths = new LengthWeights(study, request.Annotator, isSample: seen.Sample is not null);
        var draws = new SharedResampling(request.Seed);
        var agreements = Agreements(seen, judges, draws, cancellation);
        var measured = new List<JudgeBias>();
        foreach (var judge in judges)
        {
            cancellation.ThrowIfCancellationRequested();
            var bias = JudgeBias.Of(seen.Description(judge), seen.Of(judge), seen.Queries, draws);
            measured.Add(lengths.With(bias, cancellation) with
            {
                Agreements = [.. seen.Judges.Where(other => other != judge).Select(other => agreements[Ordered(judge, other)] with { With = other, IsPerson = seen.People.Contains(other) })],
            });
            progress?.Report(new WorkProgress("judges", measured.Count, judges.Count));
        }
        return new JudgesView(measured, reader.SimulatedJudges(), lengths.Annotator, seen.Sample is null ? reader.DataHash().ToString() : null) { Sample = seen.Sample };
    }

    // Agreement is mutual: every two judges are compared once.
    private static Dictionary<(string One, string Other), JudgeAgreement> Agreements(SeenPairs seen, IReadOnlyList<string> judges, SharedResampling draws, CancellationToken cancellation)
    {
        var twos = judges.SelectMany(judge => seen.Judges.Where(other => other != judge).Select(other => Ordered(judge, other))).Distinct().ToList();
        var agreements = new JudgeAgreement[twos.Count];
        Parallel.For(0, twos.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            agreements[i] = JudgeAgreement.Of(twos[i].Other, false, seen.Both(twos[i].One, twos[i].Other), seen.Queries, draws));
        return twos.Zip(agreements).ToDictionary(of => of.First, of => of.Second);
    }

    private static (string One, string Other) Ordered(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static IReadOnlyList<string> Named(IReadOnlyList<string> named, IReadOnlyList<string> present)
    {
        if (present.Count == 0) throw new RequestException("The study has no judge yet. Read votes with `prefdissect import FILE -s STUDY`, or ask a model with `prefdissect judge -s STUDY`.");
        var unknown = named.Except(present, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new RequestException($"The study has no judge '{unknown[0]}'; it has {StudySelection.Shortened(present)}.");
        return named.Count == 0 ? present : [.. named.Distinct(StringComparer.Ordinal)];
    }
}
