using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Playwright;
using Prefdissect.Annotating.Surface;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Tests.Adding;

[Collection(BrowserCollection.Name)]
public sealed class AddPageTests(Chromium chromium) : IDisposable
{
    private const string Add = "/study/demo/add";
    private const string HostileName = "<img src=x onerror=alert(1)>";

    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-adding-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Labels_become_a_judge_with_the_weights_that_the_command_line_gives()
    {
        var (study, twin) = (DemoStudy.Copy(Path.Combine(folder, "a")), DemoStudy.Copy(Path.Combine(folder, "b")));
        var labels = LabelsOf(study);
        await using var server = await Served.StartAsync(study);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync(Add);
        await SendAsync(page, "../../labels <b>.csv", labels);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("300 labels");
        await page.FillAsync("[name=Judge]", HostileName);
        await page.SelectOptionAsync(".start [name=Folds]", "none");
        await page.SelectOptionAsync(".start [name=Groups]", "all");
        await page.ClickAsync("text=Add and fit");
        await EndsAsync(page, "Done.");
        (await page.Locator("text=See the dissection").GetAttributeAsync("href")).ShouldBe($"/study/demo/dissection?judge={Uri.EscapeDataString(HostileName)}&annotator=surface");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=Weights given all pairs"));

        var expected = Path.Combine(folder, "weights");
        using (var other = Study.Open(twin))
        {
            var file = Path.Combine(folder, "labels.csv");
            await File.WriteAllTextAsync(file, labels, TestContext.Current.CancellationToken);
            LabelsWorkflow.Run(other, HostileName, file);
            AnnotateWorkflow.Run(other, new SurfaceAnnotator(), null, CancellationToken.None);
            FitWorkflow.Run(other, new FitRequest { Judges = [HostileName], Groups = ["all"], Annotator = "surface", Options = new DissectionOptions { Folds = FoldScheme.None } }, null, CancellationToken.None);
            ExportWeightsWorkflow.Run(other, new DissectRequest { Judges = [HostileName], Annotator = "surface" }, ExportedWeight.Mean, expected);
        }
        using var packed = new ZipArchive(File.OpenRead(await download.PathAsync()));
        var entry = packed.Entries.ShouldHaveSingleItem();
        using var reader = new StreamReader(entry.Open());
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(await File.ReadAllTextAsync(Path.Combine(expected, entry.Name), TestContext.Current.CancellationToken));
        await window.GoAsync(Add);
        await Assertions.Expect(page.Locator("[name=Judge] option", new() { HasText = HostileName })).ToHaveCountAsync(1);
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_bad_file_is_told_by_line_and_field_and_changes_nothing()
    {
        var study = DemoStudy.Copy(folder);
        var before = CountsOf(study);
        await using var server = await Served.StartAsync(study);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync(Add);
        foreach (var (name, content, told) in BadFiles())
        {
            await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
            await page.ClickAsync("text=Look at it");
            foreach (var part in told) await Assertions.Expect(page.Locator("main")).ToContainTextAsync(part);
            await Assertions.Expect(page.Locator("text=Add and fit")).ToHaveCountAsync(0);
        }
        CountsOf(study).ShouldBe(before);
        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldAllBe(file => file!.StartsWith("demo.study", StringComparison.Ordinal));
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_words()
    {
        await using var server = await Served.StartAsync(new DashboardOptions { Studies = [DemoStudy.Path], MostUploadBytes = 1024 * 1024 });
        await using var window = await chromium.OpenAsync(server.Address);
        var large = new FilePayload { Name = "large.csv", MimeType = "text/csv", Buffer = new byte[4 * 1024 * 1024] };
        var page = await window.GoAsync(Add);
        await page.SetInputFilesAsync("[name=file]", large);
        (await page.Locator("[name=file]").EvaluateAsync<string>("input => input.validationMessage")).ShouldContain("larger than the 1 MB");
        window.CheckQuiet();

        await using var plain = await chromium.OpenAsync(server.Address, script: false);
        page = await plain.GoAsync(Add);
        await page.SetInputFilesAsync("[name=file]", large);
        await page.ClickAsync("text=Look at it");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("larger than the 1 MB");
        using var form = new StringContent(new string('x', 2 * 1024 * 1024), Encoding.UTF8, "application/x-www-form-urlencoded");
        (await server.Client.PostAsync(new Uri("/demo", UriKind.Relative), form, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_fit_can_be_cancelled_and_another_waits_its_turn()
    {
        var study = DemoStudy.Copy(folder);
        var before = CountsOf(study);
        await using var server = await Served.StartAsync(study);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync(Add);
        await page.SelectOptionAsync("[name=Folds]", "paper");
        await page.ClickAsync("button:text-is('Fit')");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("At work");
        var job = page.Url;
        await window.GoAsync(Add);
        await page.Locator("form[action$='/fit'] button").ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("Other work is writing to this study");
        await page.GotoAsync(job);
        await page.ClickAsync("text=Cancel");
        await EndsAsync(page, "Cancelled.");
        CountsOf(study).ShouldBe(before);
        using (var opened = Study.OpenToRead(study)) DissectWorkflow.Run(opened, new DissectRequest { Annotator = "surface" }).Fits.ShouldNotBeEmpty();

        await window.GoAsync(Add);
        await page.SelectOptionAsync("[name=Folds]", "none");
        await page.SelectOptionAsync("[name=Groups]", "all");
        await page.ClickAsync("button:text-is('Fit')");
        await EndsAsync(page, "Done.");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Columns_that_do_not_say_what_they_are_can_be_named_for_a_new_study()
    {
        var made = Path.Combine(folder, "made");
        await using var server = await Served.StartAsync(new DashboardOptions { Folder = made });
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync("/");
        await page.ClickAsync("text=Import a file");
        await SendAsync(page, "odd.csv", OddTable());
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("no known format");
        Directory.Exists(made).ShouldBeFalse();
        foreach (var (field, column) in new[] { ("Prompt", "q"), ("A", "l"), ("B", "r"), ("Winner", "best") }) await page.SelectOptionAsync($"[name={field}]", column);
        await page.FillAsync("[name=WinnerA]", "1");
        await page.FillAsync("[name=WinnerB]", "2");
        await page.ClickAsync("text=Look again");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("120: A 60, B 60, ties 0");
        await page.FillAsync("[name=Judge]", "ada");
        await page.SelectOptionAsync("[name=Folds]", "none");
        await page.ClickAsync("text=Make the study and fit");
        await EndsAsync(page, "Done.");
        var counts = CountsOf(Path.Combine(made, "study.study"));
        (counts.Pairs, counts.Votes, counts.AWins, counts.Judges).ShouldBe((120, 120, 60, 1));
        await window.GoAsync("/study/study");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("study");
        window.CheckQuiet();
    }

    [Fact]
    public async Task The_demo_is_made_from_the_first_page()
    {
        await using var server = await Served.StartAsync(new DashboardOptions { Folder = Path.Combine(folder, "made") });
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync("/");
        await page.ClickAsync("button:text-is('Make the demo')");
        await EndsAsync(page, "Done.");
        CountsOf(Path.Combine(folder, "made", "demo.study")).ShouldBe(CountsOf(DemoStudy.Path));
        await page.ClickAsync("text=Overview >> nth=-1");
        await window.AtAsync("**/study/demo");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told()
    {
        var file = Path.Combine(folder, "no-folder");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var server = await Served.StartAsync(new DashboardOptions { Folder = file });
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync("/");
        await page.ClickAsync("button:text-is('Make the demo')");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("Start the dashboard with --folder DIR");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Nothing_is_taken_without_the_token_of_the_form()
    {
        await using var server = await Served.StartAsync(DemoStudy.Path);
        foreach (var address in new[] { "/demo", "/new/send", "/new/columns", "/new/start", "/study/demo/add/send", "/study/demo/add/start", "/study/demo/fit", "/study/demo/vote", "/study/demo/vote/begin", "/job/x/cancel" })
        {
            using var form = new MultipartFormDataContent { { new StringContent("a"), "say" }, { new StringContent("me"), "judge" }, { new ByteArrayContent([65]), "file", "a.csv" } };
            (await server.Client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
        }
    }

    private static IEnumerable<(string Name, byte[] Content, string[] Told)> BadFiles()
    {
        var head = "prompt,response_a,response_b,winner,judge\n";
        yield return ("rows.csv", Utf8(head + "Name a river.,The Elbe.,Rhine,A,ada\n,x,y,B,ada\nName a hill.,x,y,perhaps,<script>alert(1)</script>\n"), ["rows.csv", "Rows that cannot be used", "\"perhaps\"", "winner", "prompt"]);
        yield return ("labels.csv", Utf8("pair,label\n00000000000000000000,A\n"), ["labels.csv, line 2, field \"pair\"", "which the study does not hold"]);
        yield return ("encoding.csv", [.. Utf8(head), 0xC3, 0x28, .. ",x,y,A,ada\n"u8], ["encoding.csv, line 2", "UTF-8"]);
        yield return ("empty.csv", [], ["empty.csv: an empty file"]);
        yield return ("long.jsonl", Utf8("{\"prompt\":\"" + new string('x', 10 * 1024 * 1024)), ["long.jsonl, line 1: JSON that breaks"]);
        yield return ("votes.zip", [.. "PK\u0003\u0004"u8, .. new byte[300]], ["a zip archive", "Unpack it first"]);
        yield return ("noise.bin", [0x7F, .. "ELF"u8, .. new byte[300]], ["a program"]);
        yield return ("<svg onload=alert(1)>.csv", Utf8("a,b\n1,2\n"), ["no known format", "Say which column is what"]);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string OddTable()
    {
        var table = new StringBuilder("q,l,r,best\n");
        for (var row = 0; row < 120; row++)
        {
            var (long_, short_) = ($"Here are {row} points. First, think. Second, write it down and thank you. Third, wait.", $"No {row}!");
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"What about {row}?,{Quoted(row % 2 == 0 ? long_ : short_)},{Quoted(row % 2 == 0 ? short_ : long_)},{(row % 2 == 0 ? 1 : 2)}\n");
        }
        return table.ToString();

        static string Quoted(string text) => $"\"{text}\"";
    }

    private static string LabelsOf(string path)
    {
        using var study = Study.OpenToRead(path);
        var labels = new StringBuilder("pair,label\n");
        foreach (var (pair, i) in new PairSidesReader(study).All().Take(300).Select((pair, i) => (pair, i))) labels.Append(pair.Hash.ToString()).Append(i % 3 == 0 ? ",first\n" : ",second\n");
        return labels.ToString();
    }

    private static StudyCounts CountsOf(string path)
    {
        using var study = Study.OpenToRead(path);
        return new StudyReader(study).Counts();
    }

    private static async Task SendAsync(IPage page, string name, string content)
    {
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = name, MimeType = "text/csv", Buffer = Utf8(content) });
        await page.ClickAsync("text=Look at it");
    }

    private static async Task EndsAsync(IPage page, string how) =>
        await Assertions.Expect(page.Locator(".job [role=status]")).ToContainTextAsync(how, new() { Timeout = 600_000 });
}
