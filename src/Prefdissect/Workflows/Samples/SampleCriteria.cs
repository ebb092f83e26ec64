using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>A filter held against what a study has: what its file can be searched for, and what is told by reading pairs.</summary>
internal sealed class SampleCriteria
{
    private readonly Study study;
    private readonly StudyReader reader;

    /// <exception cref="RequestException">The study has no such judge, group, property, annotator or fit.</exception>
    public SampleCriteria(Study study, SampleFilter filter)
    {
        (this.study, reader) = (study, new StudyReader(study));
        (Terms, IsTextShortened) = SearchTerm.Parse(filter.Text ?? "");
        foreach (var judge in JudgesOf(filter)) RequireJudge(judge);
        // The index tells which texts hold a word; whether words follow each other is told by reading those.
        List<IReadOnlyList<string>> words = PairSearch.HasIndex(study) ? [.. Terms.Where(term => !term.IsLiteral).Select(term => term.Words)] : [];
        var read = Terms.Where(term => words.Count == 0 || term.IsLiteral || term.Words.Count > 1).ToList();
        Conditions = new PairConditions
        {
            Words = words,
            Group = GroupOf(filter.Scenario),
            Vote = filter.Vote,
            Decided = filter.ModelWrong is { } wrong ? [wrong] : [],
            Disagreeing = filter.Disagree?.Judges,
            AnyDisagree = filter.Disagree is { Judges: null },
            Flagged = filter.Flagged,
        };
        var criteria = new List<IPairCriterion>();
        var rater = filter.Annotator is not null ? AnnotatorChoice.Of(reader.Annotators(), filter.Annotator) : null;
        if (filter.Property is not null || filter.ModelWrong is not null || filter.DecidedBy is not null) Annotator = rater ?? AnnotatorChoice.Of(reader.Annotators(), null);
        if (filter.Property is { } wanted) criteria.Add(OfProperty(wanted));
        if (filter.ModelWrong is { } judged) criteria.Add(FitCriterion.Wrong(study, FitOf(judged), reader.Properties()));
        if (filter.DecidedBy is { } decided) criteria.Add(OfDecision(decided));
        if (read.Count > 0) criteria.Add(new TextCriterion(study, read));
        Criteria = criteria;
    }

    /// <summary>What the file is searched for.</summary>
    public PairConditions Conditions { get; private set; }

    /// <summary>What is told by reading, the quickest first.</summary>
    public IReadOnlyList<IPairCriterion> Criteria { get; }

    /// <summary>The words and phrases.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; }

    /// <summary>Whether some words do not count.</summary>
    public bool IsTextShortened { get; }

    /// <summary>Whose ratings; <see langword="null"/> where none are needed.</summary>
    public AnnotatorIdentity? Annotator { get; }

    /// <summary>The search of the file.</summary>
    /// <exception cref="RequestException">The study has no such group.</exception>
    public PairSearch Search()
    {
        var search = new PairSearch(study, Conditions);
        if (search.HasGroup) return search;
        var scenarios = reader.Scenarios();
        throw new RequestException($"The study has no scenario or group '{Conditions.Group}'; {(scenarios.Count == 0 ? "its pairs have no scenarios" : $"its scenarios are {StudySelection.Shortened(scenarios)}")}.");
    }

    private static IEnumerable<string> JudgesOf(SampleFilter filter) => new[]
    {
        filter.Vote?.Judge, filter.Disagree?.Judges?.One, filter.Disagree?.Judges?.Other, filter.ModelWrong, filter.DecidedBy?.Judge,
    }.OfType<string>().Distinct(StringComparer.Ordinal);

    private void RequireJudge(string judge)
    {
        if (!reader.HasJudge(judge)) StudySelection.Judges(reader, [judge]);
    }

    private string? GroupOf(string? written)
    {
        if (string.IsNullOrEmpty(written) || StudySelection.GroupName(written) is Group.All) return null;
        return StudySelection.GroupName(written);
    }

    private PropertyCriterion OfProperty(PropertyDifference wanted)
    {
        var property = PropertyOf(wanted.Property);
        if (wanted.Side != MoreOf.Neither) Conditions = Conditions with { Unequal = (Annotator!, property.ShortName) };
        return new PropertyCriterion(study, Annotator!, property, wanted.Side);
    }

    private FitCriterion OfDecision(DecisiveProperty decided)
    {
        var fit = FitOf(decided.Judge);
        if (fit.Weights.All(weight => weight.Property != decided.Property))
        {
            throw new RequestException(
                $"'{decided.Property}' is no property of the fit of '{decided.Judge}'; its fit has {StudySelection.Shortened([.. fit.Weights.Select(weight => weight.Property)])}.");
        }
        return FitCriterion.DecidedBy(study, fit, reader.Properties(), decided.Property);
    }

    private Property PropertyOf(string name)
    {
        var all = reader.Properties().All;
        return all.FirstOrDefault(property => property.ShortName == name) ?? all.FirstOrDefault(property => property.Name == name)
            ?? throw new RequestException($"There is no property '{name}'; there are {StudySelection.Shortened([.. all.Select(property => property.ShortName)])}.");
    }

    private JudgeFit FitOf(string judge) => new FitStore(study).Shown(new FitSubject(judge, Group.All, Annotator!))
        ?? throw new RequestException($"Judge '{judge}' is not fitted on all pairs by the ratings of '{Annotator!.Id}'. Run `prefdissect fit -s {ShellWord.Of(study.Path)} --judge {ShellWord.Of(judge)}`.");
}
