using AngleSharp.Html.Parser;
using Prefdissect.Dashboard.Markdown;

namespace Prefdissect.Dashboard.Tests.Markdown;

public sealed class SafeMarkdownTests
{
    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "<svg/onload=alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&colon;alert(1))", "[x](java&#10;script:alert(1))", "[x](java&Tab;script:alert(1))", "[x](&#1;javascript:alert(1))", "[x](<java\tscript:alert(1)>)",
        "[x]( javascript:alert(1))", "[x](vbscript:msgbox(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](file:///etc/passwd)", "[x](//evil.example)", "[x](\\\\evil.example)", "[x](/study/demo)", "[x](#main)", "[x](?q=1)", "[x](blob:http://a/b)",
        "[x](http://user:pass@evil.example)", "[x](http:evil)", "<javascript:alert(1)>", "<data:text/html,x>", "![x](javascript:alert(1))", "![x](http://evil.example/\"onerror=\"alert(1))", "![x\" onerror=\"alert(1)](http://evil.example/x.png)",
        "[x](http://evil.example \"a\" onclick=\"alert(1)\")", "[x](http://evil.example '\" onmouseover=\"alert(1)')", "[x]: javascript:alert(1)\n\n[x]", "[x][y]\n\n[y]: data:text/html,x \"<b>\"", "[a](http://a.b/'onclick='x)", "[![x](data:image/svg+xml,x)](javascript:alert(1))",
        "```\" onload=\"alert(1)\nx\n```", "```js id=main class=top\nx", "~~~\n<script>alert(1)</script>", "`<script>`", "# <b onclick=x>h</b> {#main .top onclick=x}", "x {onclick=alert(1)}", "<a href='javascript:alert(1)'>x</a>", "<style>*{display:none}</style>",
        "<!-- x --!><script>alert(1)</script>", "<![CDATA[<script>]]>", "<?xml x?>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "</article></main><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#x3c;script&#x3e;",
        "| a | <script> |\n|---|:-:|\n| [x](javascript:1) | `|` |", "\u0000<\u0000script>", "\u001b]8;;http://evil.example\u0007x\u001b]8;;\u0007", "<form action=/theme method=post><input name=theme></form>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0>", "\ud800[x](javascript:1)\udfff",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Only_listed_elements_and_attributes_come_out(string text) => CheckListed(SafeMarkdown.ToHtml(text).ShouldNotBeNull());

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_hostile_stays_so_in_the_middle_of_other_text(string text) => CheckListed(SafeMarkdown.ToHtml($"**a {text}** b\n\n> - {text}\n\n1. [l]({text})\n").ShouldNotBeNull());

    [Fact]
    public void What_people_write_is_formatted()
    {
        SafeMarkdown.ToHtml("# A\n### B\n\n**b** *i* ~~d~~ `c`\n\n3. x\n4. y").ShouldBe(
            "<h4>A</h4>\n<h5>B</h5>\n<p><strong>b</strong> <em>i</em> <del>d</del> <code>c</code></p>\n<ol start=\"3\">\n<li>x</li>\n<li>y</li>\n</ol>\n");
        SafeMarkdown.ToHtml("|a|b|\n|-|-:|\n|1|2|").ShouldNotBeNull().ShouldContain("<td>2</td>");
        SafeMarkdown.ToHtml("```js\n<b>\n\n  x\n```").ShouldBe("<pre><code>&lt;b&gt;\n\n  x\n</code></pre>\n");
        SafeMarkdown.ToHtml("## A", 3).ShouldBe("<h3>A</h3>\n");
    }

    [Theory]
    [InlineData("[x](https://a.example/b?c=1&d=2)", "https://a.example/b?c=1&d=2")]
    [InlineData("<http://a.example/>", "http://a.example/")]
    [InlineData("[x](mailto:a@b.example)", "mailto:a@b.example")]
    [InlineData("![alt](https://a.example/p.png)", "https://a.example/p.png")]
    public void Links_to_the_web_and_to_mail_are_links_and_pictures_are_never_loaded(string text, string address)
    {
        var document = new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(text)!);
        var link = document.QuerySelector("a").ShouldNotBeNull();
        link.GetAttribute("href").ShouldBe(address);
        link.GetAttribute("rel").ShouldBe("noreferrer nofollow");
        document.QuerySelector("img").ShouldBeNull();
    }

    [Fact]
    public void An_address_that_may_not_be_a_link_is_shown() => SafeMarkdown.ToHtml("[click](javascript:alert(1))").ShouldBe("<p>click (javascript:alert(1))</p>\n");

    [Fact]
    public void What_steers_is_shown_by_its_name() => SafeMarkdown.ToHtml("\u001b[31mred\u202ecba").ShouldBe("<p>⟨ESC⟩[31mred⟨RLO⟩cba</p>\n");

    [Theory]
    [InlineData("[")]
    [InlineData("*a")]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("1. ")]
    [InlineData("![")]
    [InlineData("[](")]
    [InlineData("|")]
    [InlineData("`a``")]
    [InlineData("a|b\n")]
    public void What_would_take_endless_is_left_to_be_shown_plain(string unit)
    {
        SafeMarkdown.ToHtml(Repeated(unit, 1_000_000)).ShouldBeNull();
        SafeMarkdown.ToHtml(Repeated(unit, 60_000)).ShouldBeNull();
    }

    [Fact]
    public void Marks_hidden_from_a_simple_look_by_fences_are_counted_too()
    {
        var endless = Repeated("*a_", 60_000);
        SafeMarkdown.ToHtml($"- ```\n  ```\n{endless}").ShouldBeNull();
        SafeMarkdown.ToHtml($"```\n{endless}\n```").ShouldNotBeNull();
    }

    [Fact]
    public void Long_rules_and_unclosed_fences_are_formatted()
    {
        SafeMarkdown.ToHtml(new string('-', 5000)).ShouldBe("<hr>\n");
        SafeMarkdown.ToHtml("```\nx").ShouldBe("<pre><code>x\n</code></pre>\n");
    }

    private static string Repeated(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static void CheckListed(string html)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(html);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            AllowedHtml.Elements.Keys.ShouldContain(element.LocalName);
            element.Attributes.Select(attribute => attribute.Name).Except(AllowedHtml.Elements[element.LocalName]).ShouldBeEmpty();
            if (element.GetAttribute("href") is { } address) new[] { "http", "https", "mailto" }.ShouldContain(new Uri(address).Scheme);
        }
        document.Head!.ChildElementCount.ShouldBe(0);
    }
}
