using Prefdissect.Dashboard.Serving;
using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Tests.Sources;

/// <summary>A study with more pairs than a page may read; here the demo, behind a server that may read ten.</summary>
public sealed class LargeStudyTests : IAsyncLifetime
{
    private Served server = null!;

    public async ValueTask InitializeAsync() => server = await Served.StartAsync(new DashboardOptions { Studies = [DemoStudy.Path], MostPairsRead = 10 });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("", "What is measured", "what <code>prefdissect doctor</code> examines is not repeated on this page.")]
    [InlineData("/dissection", "Looking whether the fits", "is not looked up on a page of so large a study; <code>prefdissect dissect</code> tells.")]
    [InlineData("/similarity", "Looking whether the fits", "is not looked up on a page of so large a study")]
    [InlineData("/contrast?x=sim-formatter&y=sim-longform&bootstrap=on", "being resampled", "Queries of so large a study are not resampled on a page; <code>prefdissect contrast</code> does")]
    public async Task A_page_says_what_it_does_not_read_and_which_command_does(string page, string unless, string told)
    {
        var text = await WholeAsync(page);
        text.ShouldContain(told);
        text.ShouldNotContain(unless);
    }

    [Fact]
    public async Task Fits_are_shown_and_exported_all_the_same_without_the_hash_of_the_votes()
    {
        (await WholeAsync("/dissection")).ShouldContain("<svg");
        var json = await server.Client.GetStringAsync(new Uri("study/demo/contrast/export/differences.json?x=sim-formatter&y=sim-longform&bootstrap=on", UriKind.Relative), TestContext.Current.CancellationToken);
        json.ShouldContain("\"difference\"");
        using var study = Study.OpenToRead(DemoStudy.Path);
        json.ShouldNotContain(new StudyReader(study).DataHash().ToString());
    }

    // Until no part says that it comes later.
    private async Task<string> WholeAsync(string page)
    {
        for (var tries = 0; ; tries++)
        {
            var text = await server.Client.GetStringAsync(new Uri("study/demo" + page, UriKind.Relative), TestContext.Current.CancellationToken);
            if (!text.Contains("data-renew", StringComparison.Ordinal)) return text;
            tries.ShouldBeLessThan(600);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
