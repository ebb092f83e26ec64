using System.Net;
using System.Text.RegularExpressions;
using Prefdissect.Annotating;
using Prefdissect.Annotating.Surface;
using Prefdissect.Properties;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Tests.Samples;

/// <summary>Pages that go by ratings, where several annotators rated and the address names none of them.</summary>
public sealed class TwoAnnotatorsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-annotators-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task They_go_by_the_annotator_with_fits_and_hand_it_on()
    {
        var path = DemoStudy.Copy(folder);
        var expected = RatedByTwo(path);
        await using var server = await Served.StartAsync(path);
        var list = await GetAsync(server, "/study/demo/samples?property=lengthy&more=a");
        list.ShouldContain("by the ratings of surface");
        PairsOf(list).ShouldBe(expected);
        var pair = await GetAsync(server, $"/study/demo/pair/{expected[1]}?property=lengthy&more=a");
        pair.ShouldNotContain("cannot be used here");
        pair.ShouldContain($"/pair/{expected[0]}");
        var link = WebUtility.HtmlDecode(Regex.Match(pair, "href=\"([^\"]*/what-if[^\"]*pair=[^\"]*)\"").Groups[1].Value);
        link.ShouldContain("annotator=surface");
        var named = await GetAsync(server, link);
        named.ShouldContain("id=\"why\"");
        (await GetAsync(server, link.Replace("&annotator=surface", "", StringComparison.Ordinal))).ShouldContain("id=\"why\"");
        // What differs at first is what differs in the pair by those ratings.
        Regex.IsMatch(named, "name=\"x.lengthy\" value=\"1\"[^>]* checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Before_any_fit_they_go_by_the_first()
    {
        var path = Path.Combine(folder, "new.study");
        using (var study = Study.OpenOrCreate(path))
        {
            SimulateWorkflow.Run(study, new SimulationOptions(40, SimulatedJudges.Take(2, 1), 1), null, CancellationToken.None);
            AnnotateWorkflow.Run(study, new SurfaceAnnotator(), null, CancellationToken.None);
        }
        RatedByTwo(path);
        await using var server = await Served.StartAsync(path);
        (await GetAsync(server, "/study/new/samples?property=lengthy")).ShouldContain("by the ratings of another");
    }

    private static List<string> RatedByTwo(string path)
    {
        using var study = Study.Open(path);
        AnnotateWorkflow.Run(study, new Another(), null, CancellationToken.None);
        var filter = new SampleFilter { Property = new PropertyDifference("lengthy", MoreOf.A), Annotator = "surface" };
        return [.. SampleSearch.Run(study, filter, null, 25, CancellationToken.None).Rows.Select(row => row.Id.ToString()[..20])];
    }

    private static async Task<string> GetAsync(Served server, string address) => await server.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static List<string> PairsOf(string html) => [.. Regex.Matches(html, "/pair/([0-9a-f]{20})").Select(match => match.Groups[1].Value).Distinct()];

    private sealed class Another : IResponseAnnotator
    {
        private readonly SurfaceAnnotator surface = new();

        public AnnotatorIdentity Identity { get; } = new("another", "1");

        public IReadOnlyList<Property> Properties => surface.Properties;

        public IReadOnlyList<Rating> Rate(string response) => surface.Rate(new string([.. response.Reverse()]));
    }
}
