using Microsoft.Playwright;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Tests.Layout;

/// <summary>
/// Every page in light and dark, in a wide and a narrow window: nothing sticks out, nothing is refused by the policy, axe-core finds nothing serious. Pictures are kept
/// where PREFDISSECT_SCREENSHOTS names a folder.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class AppearanceTests(Chromium chromium, ServedDemo demo)
{
    private static readonly string[] Pages =
    [
        "/", "/study/published", "/study/demo", "/study/demo/dissection", "/study/demo/dissection?view=map&property=lengthy", "/study/published/dissection", "/study/demo/similarity", "/study/published/similarity",
        "/study/demo/contrast?x=sim-formatter&y=sim-longform", "/study/published/contrast", "/study/demo/samples", "/study/demo/bias", "/study/demo/what-if?x.lengthy=1&x.well+formatted=-1",
        "/study/published/what-if", "/study/demo/add", "/study/demo/vote", "/study/demo/nowhere", "/study/none",
        "/new", "/study/demo/contrast?judge=sim-person&of=groups", "/study/published/dissection?view=map&judge=human&judge=gpt-4-1106-preview&group=Code&group=Advice", "/study/demo/samples?q=garden&disagree=*", FirstPair,
    ];

    /// <summary>Stands for the address of the first pair that the study lists.</summary>
    private const string FirstPair = "/study/demo/pair/";

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (var page in Pages)
        {
            foreach (var (width, colours) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) }) views.Add(page, width, colours);
        }
        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_fits_its_window_and_reads_well(string address, int width, ColorScheme colours)
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address, width, 900, colours);
        var page = await window.GoAsync(address == FirstPair ? FirstPair + IdOfFirstPair() : address);
        await KeepPictureAsync(page, $"{Name(address)}-{width}-{colours.ToString().ToLowerInvariant()}.png");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{address} is wider than its window of {width} px");
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main h1')].map((one) => one.textContent)")).Length.ShouldBe(1);
        if (AxeCore.Script is { } script) (await AxeCore.SeriousFindingsAsync(page, script)).ShouldBeEmpty(address);
        window.CheckQuiet();
    }

    private static string IdOfFirstPair()
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        return SampleSearch.Run(study, SampleFilter.None, null, 1, CancellationToken.None).Rows[0].Id.ToString();
    }

    private static async Task KeepPictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PREFDISSECT_SCREENSHOTS") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
    }

    private static string Name(string address) => string.Concat(address.Trim('/').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')) is { Length: > 0 } name ? name : "home";
}
