using System.Text.Json;

namespace Prefdissect.Dashboard.Tests.Layout;

[Collection(BrowserCollection.Name)]
public sealed class AxeCoreTests(Chromium chromium, ServedDemo demo)
{
    [Fact]
    public async Task The_checker_of_accessibility_finds_a_fault_that_is_there()
    {
        if (AxeCore.Script is not { } script)
        {
            Assert.Skip("axe-core is not there: tools/get-axe fetches it.");
            return;
        }
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/");
        await page.EvaluateAsync("document.getElementById('main').append(Object.assign(document.createElement('button'), { className: 'planted' }))");
        await page.EvaluateAsync(script);
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document)");
        found.GetProperty("violations").EnumerateArray().Select(violation => violation.GetProperty("id").GetString()).ShouldContain("button-name");
    }
}
