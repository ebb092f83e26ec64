using Prefdissect.Annotating;
using Prefdissect.Annotating.Surface;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;
using Prefdissect.Tests.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

/// <summary>Rating the responses of a study: once each, and on from where it stopped.</summary>
public sealed class AnnotateWorkflowTests : IDisposable
{
    private readonly StudyFolder folder = new();

    [Fact]
    public void Cancelled_in_the_middle_it_goes_on_where_it_stopped_and_rates_what_it_would_have()
    {
        var votes = Enumerable.Range(0, 5000).Select(i => StudyFolder.Vote($"q{i % 7}", $"a {new string('x', i % 90)} {i}", $"b {i}", Verdict.A)).ToList();
        using var whole = Study.OpenOrCreate(folder["whole.study"]);
        using var study = folder.Open();
        foreach (var one in new[] { whole, study }) StudyFolder.Import(one, votes);
        AnnotateWorkflow.Run(whole, new ByLength(), null, CancellationToken.None).Rated.ShouldBe(10_000);

        using var cancellation = new CancellationTokenSource();
        var stop = new SimulatedStudyFile.Reports(progress =>
        {
            progress.Total.ShouldBe(10_000);
            cancellation.Cancel();
        });
        Should.Throw<OperationCanceledException>(() => AnnotateWorkflow.Run(study, new ByLength(), stop, cancellation.Token));
        var left = new StudyReader(study).CountUnrated(new ByLength().Identity);
        left.ShouldBeInRange(1, 9_999, "some were rated and kept, some were not");

        var again = AnnotateWorkflow.Run(study, new ByLength(), null, CancellationToken.None);
        (again.Rated, again.Responses).ShouldBe((left, 10_000));
        Ratings(study).ShouldBe(Ratings(whole));
        AnnotateWorkflow.Run(study, new ByLength(), null, CancellationToken.None).Rated.ShouldBe(0);
    }

    [Fact]
    public void After_a_further_import_only_what_is_new_is_rated()
    {
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", "one", "two", Verdict.A)]);
        AnnotateWorkflow.Run(study, new ByLength(), null, CancellationToken.None).Rated.ShouldBe(2);
        StudyFolder.Import(study, [StudyFolder.Vote("q", "two", "three", Verdict.A)]);
        AnnotateWorkflow.Run(study, new ByLength(), null, CancellationToken.None).Rated.ShouldBe(1);
        AnnotateWorkflow.Run(study, new ByLength("2"), null, CancellationToken.None).Rated.ShouldBe(3, "a new version rates everything anew");
    }

    [Fact]
    public void A_response_that_is_not_English_is_counted_and_rated_by_its_length_alone()
    {
        const string german = "Das ist eine recht lange Antwort in deutscher Sprache, die von allerlei Dingen handelt und keine englischen Wörter enthält, damit man sie erkennt.";
        const string english = "This is a rather long answer in the English language, which is about all kinds of things and is written so that it can be recognised.";
        using var study = folder.Open();
        StudyFolder.Import(study, [StudyFolder.Vote("q", german, english, Verdict.A)]);
        var result = AnnotateWorkflow.Run(study, new SurfaceAnnotator(), null, CancellationToken.None);
        (result.Rated, result.PartlyRated).ShouldBe((2, 1));
        var reader = new RatingReader(study, AnnotatorIdentity.Surface);
        var rated = reader.Pairs().Single().Pair;
        var germanIsFirst = new Pair(new Query("q"), new Response(german), new Response(english)).First.Text == german;
        var (ofGerman, ofEnglish) = germanIsFirst ? (rated.First, rated.Second) : (rated.Second, rated.First);
        var measured = reader.Properties.Where((_, i) => ofGerman[i].IsMeasured).Select(property => property.ShortName);
        measured.ShouldBe(["lengthy"]);
        ofEnglish.ShouldAllBe(rating => rating.IsMeasured);
        result.Properties.ShouldBe(reader.Properties.Select(property => property.ShortName));
    }

    [Fact]
    public void A_study_without_responses_is_done_at_once()
    {
        using var study = folder.Open();
        AnnotateWorkflow.Run(study, new ByLength(), null, CancellationToken.None).ShouldSatisfyAllConditions(result => result.Responses.ShouldBe(0), result => result.Rated.ShouldBe(0));
    }

    public void Dispose() => folder.Dispose();

    private static List<string> Ratings(Study study) =>
        [.. new RatingReader(study, new ByLength().Identity).Pairs().Select(entry => $"{entry.Pair.Pair} {string.Join(',', entry.Pair.First)} {string.Join(',', entry.Pair.Second)}").Order(StringComparer.Ordinal)];

    private sealed class ByLength(string version = "1") : IResponseAnnotator
    {
        public AnnotatorIdentity Identity { get; } = new("by-length", version);

        public IReadOnlyList<Property> Properties { get; } = [PublishedProperties.Of("polite"), PublishedProperties.Of("lengthy")];

        public IReadOnlyList<Rating> Rate(string response) => [response.Length % 3 == 0 ? Rating.NotMeasured : Rating.Of(response.Length % 4), Rating.Of(response.Length)];
    }
}
