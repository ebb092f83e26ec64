using System.Text;
using Microsoft.Playwright;
using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Tests.Adding;

/// <summary>Files that are dropped on the page, and texts and files that are pasted into it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DropAndPasteTests(Chromium chromium, ServedDemo demo)
{
    private const string Add = "/study/demo/add";
    private const string HostileName = "<img src=x onerror=alert(1)>.csv";

    [Theory]
    [InlineData("form[data-drop]")]
    [InlineData("h1")]
    public async Task A_file_that_is_dropped_is_looked_at(string place)
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync(Add);
        await DropAsync(page, place, (HostileName, Labels()));
        await Assertions.Expect(page.Locator("[data-taken]")).ToHaveTextAsync($"{HostileName} is taken.");
        await page.ClickAsync("text=Look at it");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("40 labels");
        (await page.Locator("section.panel h2").InnerTextAsync()).ShouldBe(HostileName);
        await Assertions.Expect(page.Locator("text=Add and fit")).ToHaveCountAsync(1);
        window.CheckQuiet();
    }

    [Fact]
    public async Task Of_several_files_one_is_taken_and_a_person_is_told()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync(Add);
        await DropAsync(page, "form[data-drop]", ("one.csv", Labels()), ("two.csv", "x"));
        await Assertions.Expect(page.Locator("[data-taken]")).ToContainTextAsync("one.csv is taken; of 2 files one");
        (await page.Locator("[name=file]").EvaluateAsync<int>("input => input.files.length")).ShouldBe(1);
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "three.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("x") });
        await Assertions.Expect(page.Locator("[data-taken]")).ToHaveTextAsync("");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_said_to_be_taken()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync(Add);
        await page.Locator("[name=file]").EvaluateAsync("input => input.setAttribute('data-most', '1048576')");
        await DropAsync(page, "form[data-drop]", ("large.csv", new string('x', 1048577)));
        (await page.Locator("[name=file]").EvaluateAsync<string>("input => input.validationMessage")).ShouldContain("larger than the 1 MB");
        await Assertions.Expect(page.Locator("[data-taken]")).ToHaveTextAsync("");
        await DropAsync(page, "form[data-drop]", ("small.csv", Labels()));
        await Assertions.Expect(page.Locator("[data-taken]")).ToHaveTextAsync("small.csv is taken.");
        (await page.Locator("[name=file]").EvaluateAsync<bool>("input => input.checkValidity()")).ShouldBeTrue();
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_text_is_pasted_where_it_belongs_and_bad_labels_are_told_together()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync(Add);
        var rows = Labels().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Replace(",first", ",<script>alert(1)</script>", StringComparison.Ordinal));
        await PasteAsync(page, "pair,label\n" + string.Join('\n', rows));
        await Assertions.Expect(page.Locator("[name=text]")).ToBeFocusedAsync();
        await page.ClickAsync("text=Look at it");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("pasted text: 40 labels cannot be used.");
        await Assertions.Expect(page.Locator("h3").First).ToHaveTextAsync("Labels that cannot be used: the first 20 of 40");
        var told = page.Locator("section.panel tbody tr");
        (await told.CountAsync()).ShouldBe(20);
        (await told.Nth(1).Locator("td").AllInnerTextsAsync()).ShouldBe(["3", "label", "\"<script>alert(1)</script>\"", "\"A\", \"B\", \"tie\", \"first\" or \"second\""]);
        await Assertions.Expect(page.Locator("text=Add and fit")).ToHaveCountAsync(0);

        // By keys alone, into the field itself.
        await page.ClickAsync("text=or paste its text");
        await page.FocusAsync("[name=text]");
        await page.Keyboard.InsertTextAsync(Labels());
        await page.ClickAsync("text=Look at it");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("40 labels");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_file_and_a_text_are_not_taken_for_one()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address, script: false);
        var page = await window.GoAsync(Add);
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "one.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Labels()) });
        await page.ClickAsync("text=or paste its text");
        await page.FillAsync("[name=text]", "x");
        await page.ClickAsync("text=Look at it");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("send one of them");
    }

    private static Task DropAsync(IPage page, string place, params (string Name, string Content)[] files) => page.EvaluateAsync(
        """
        ([place, files]) => {
          const carried = new DataTransfer();
          for (const [name, content] of files) carried.items.add(new File([content], name, { type: "text/csv" }));
          const target = document.querySelector(place);
          for (const kind of ["dragenter", "dragover", "drop"]) {
            const event = new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true });
            target.dispatchEvent(event);
            if (kind !== "dragenter" && !event.defaultPrevented) throw new Error(`the browser would take the ${kind} and leave the page`);
          }
        }
        """, new object[] { place, files.Select(file => new object[] { file.Name, file.Content }).ToArray() });

    private static Task PasteAsync(IPage page, string text) => page.EvaluateAsync(
        """
        text => {
          const carried = new DataTransfer();
          carried.setData("text/plain", text);
          document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
        }
        """, text);

    private static string Labels()
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        return "pair,label\n" + string.Concat(new PairSidesReader(study).All().Take(40).Select(pair => $"{pair.Hash},first\n"));
    }
}
