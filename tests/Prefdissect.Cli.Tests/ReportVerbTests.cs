using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Prefdissect.Cli.Tests;

public sealed partial class ReportVerbTests : IDisposable
{
    private static readonly string[] Hostile =
        ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "\u001b[31mred", "\"><svg onload=alert(1)>", "</script></template><b>", "<!-- "];

    private readonly CommandLine line = new();

    [Fact]
    public async Task Hostile_texts_and_names_are_shown_and_never_run()
    {
        var study = line["x.study"];
        var votes = string.Concat(Enumerable.Range(0, 40).Select(i =>
        {
            var evil = Hostile[i % Hostile.Length];
            return JsonSerializer.Serialize(new { prompt = $"q {i} {evil}", response_a = string.Concat(Enumerable.Repeat(evil, 3)) + $" {i}", response_b = "plain answer", winner = i % 3 == 0 ? "b" : "a", judge = i % 2 == 0 ? "</script><script>alert(2)</script>" : "\u001b[2Jother" }) + "\n";
        }));
        (await CommandLine.Run("import", line.Write("x.jsonl", votes), "-s", study)).Succeeded();
        (await CommandLine.Run("annotate", "-s", study, "--annotator", "surface")).Succeeded();
        (await CommandLine.Run([.. CommandLine.Few, "-s", study, "--group", "all"])).Succeeded();

        var json = await CommandLine.Json("report", "-s", study, "--out", line["x.html"], "--with-texts");

        var page = await File.ReadAllTextAsync(line["x.html"]);
        json.GetProperty("samples").GetInt32().ShouldBe(20);
        json.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(line["x.html"]).Length);
        foreach (var mark in new[] { "<script>alert", "<img", "<svg onload", "href=\"javascript:", "\u001b", "</template><b>", "<!-- " }) page.ShouldNotContain(mark);
        page.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
        Scripts().Matches(page).Count.ShouldBe(2);
        Data().Match(page).Groups[1].Value.ShouldNotContain('<');
        JsonDocument.Parse(Data().Match(page).Groups[1].Value).RootElement.GetProperty("judges").GetArrayLength().ShouldBe(2);
        var withoutTexts = await CommandLine.Run("report", "-s", study, "--out", line["y.html"]);
        withoutTexts.Succeeded();
        (await File.ReadAllTextAsync(line["y.html"])).ShouldNotContain("plain answer");
    }

    [Fact]
    public async Task The_published_judges_fit_into_3_MB_and_the_policy_allows_the_pages_own_script_and_style_alone()
    {
        var json = await CommandLine.Json("report", "--published", "--out", line["p.html"]);

        var page = await File.ReadAllTextAsync(line["p.html"]);
        json.GetProperty("judges").GetInt32().ShouldBe(33);
        json.GetProperty("groups").GetInt32().ShouldBe(17);
        json.GetProperty("bytes").GetInt64().ShouldBeLessThan(3_000_000);
        var policy = Policy().Match(page).Groups[1].Value;
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain($"script-src '{Hash(Script().Match(page).Groups[1].Value)}'");
        policy.ShouldContain($"style-src '{Hash(Style().Match(page).Groups[1].Value)}'");
        page.ShouldNotContain(" style=\"");
        Outside().Matches(page).Select(match => match.Value).ShouldBeEmpty();
        Ids().Matches(page).Select(match => match.Groups[1].Value).ShouldBeUnique();
        var again = await CommandLine.Run("report", "--published", "--out", line["q.html"]);
        again.Succeeded();
        (await File.ReadAllTextAsync(line["q.html"])).ShouldBe(page);
    }

    [Fact]
    public async Task What_does_not_go_together_is_refused()
    {
        (await CommandLine.Run("report", "--out", line["a.html"])).Code.ShouldBe(2);
        (await CommandLine.Run("report", "--published", "--with-texts", "--out", line["a.html"])).Code.ShouldBe(2);
        File.Exists(line["a.html"]).ShouldBeFalse();
    }

    public void Dispose() => line.Dispose();

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<script[ >]")]
    private static partial Regex Scripts();

    [GeneratedRegex("id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("Content-Security-Policy\" content=\"(.*?)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("(src|href)=\"(https?:)?//[^\"]*\"")]
    private static partial Regex Outside();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();
}
