using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Prefdissect.Dashboard.Tests.Serving;

[Collection(BrowserCollection.Name)]
public sealed partial class OldFormTests(Chromium chromium) : IDisposable
{
    private const string Told = "This page is from before the server was started again; open it again.";
    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-forms-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_form_of_a_server_that_was_started_again_is_told()
    {
        string token, cookie;
        await using (var server = await Served.StartAsync(DemoStudy.Path))
        {
            var page = await server.Client.GetAsync(new Uri("/study/demo/vote", UriKind.Relative), TestContext.Current.CancellationToken);
            cookie = page.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("prefdissect-form", StringComparison.Ordinal)).Split(';')[0];
            token = Token().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        }
        token.ShouldNotBeEmpty();
        await using var next = await Served.StartAsync(DemoStudy.Path);
        foreach (var address in new[] { "/study/demo/vote", "/study/demo/vote/begin", "/study/demo/fit", "/study/demo/add/send", "/demo", "/theme", "/job/x/cancel" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("me"), "judge" }, { new StringContent("a"), "say" } },
            };
            request.Headers.Add("Cookie", cookie);
            var answer = await next.Client.SendAsync(request, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(Told, customMessage: address);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_whose_vote_was_not_taken_is_told_and_led_back(bool script)
    {
        await using var server = await Served.StartAsync(DemoStudy.Copy(folder));
        await using var window = await chromium.OpenAsync(server.Address, script: script);
        var page = await window.GoAsync("/study/demo/vote");
        await page.ClickAsync("text=Begin");
        await page.Locator(".ballot").WaitForAsync();
        // As after a new start of the server: its cookie is one that this server never gave.
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "prefdissect-form" });
        await page.WaitForTimeoutAsync(350);
        await page.ClickAsync("[value=a]");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync(Told);
        await page.ClickAsync("a:text-is('Open it again')");
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("0 votes by me");
        await page.WaitForTimeoutAsync(350);
        await page.ClickAsync("[value=a]");
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("1 vote by me");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
