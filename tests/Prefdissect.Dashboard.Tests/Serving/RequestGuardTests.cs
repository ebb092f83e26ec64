using System.Net;

namespace Prefdissect.Dashboard.Tests.Serving;

[Collection(BrowserCollection.Name)]
public sealed class RequestGuardTests(ServedDemo demo)
{
    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Only_names_of_this_machine_are_answered(string host, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        (await demo.Server.Client.SendAsync(request)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_request_of_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Origin", "http://evil.example");
        (await demo.Server.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("no-cors", HttpStatusCode.Forbidden)]
    [InlineData("navigate", HttpStatusCode.OK)]
    public async Task A_link_elsewhere_may_lead_here_and_a_picture_elsewhere_may_not_make_this_machine_work(string mode, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/study/demo");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", mode);
        (await demo.Server.Client.SendAsync(request)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("theme", "dark")]);
        var answer = await demo.Server.Client.PostAsync(new Uri("/theme", UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.TryGetValues("Set-Cookie", out var cookies);
        // The page that says no carries a form of its own, and with it may come that form's cookie.
        (cookies ?? []).ShouldNotContain(cookie => cookie.StartsWith("prefdissect-theme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        foreach (var address in new[] { "/", "/study/demo", "/nowhere", "/assets/nothing.js" })
        {
            var answer = await demo.Server.Client.GetAsync(new Uri(address, UriKind.Relative));
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }
}
