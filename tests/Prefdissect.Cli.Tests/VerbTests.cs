using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Prefdissect.Cli.Tests;

/// <summary>The main job by the verbs, what they print where, and how they end.</summary>
public sealed class VerbTests : IDisposable
{
    private static readonly string[] Verbs = ["demo", "import", "annotate", "fit", "dissect", "similarity", "doctor", "simulate"];

    private readonly CommandLine line = new();

    [Fact]
    public async Task From_a_file_of_votes_to_a_dissection()
    {
        var study = line["my.study"];
        var imported = (await CommandLine.Run("import", line.Votes("votes.csv", 200), "-s", study)).Succeeded();
        imported.Out.ShouldContain("200");
        imported.Error.ShouldContain("Next: prefdissect annotate");
        (await CommandLine.Run("annotate", "-s", study, "--annotator", "surface")).Succeeded().Out.ShouldContain("surface");
        (await CommandLine.Run([.. CommandLine.Few, "-s", study])).Succeeded().Error.ShouldContain("Next: prefdissect dissect");
        var shown = (await CommandLine.Run("dissect", "-s", study, "--svg", line["d.svg"], "--html", line["d.html"])).Succeeded();
        shown.Out.ShouldContain("lengthy");
        shown.Out.ToLowerInvariant().ShouldNotContain("simulated");

        var document = await CommandLine.Json("dissect", "-s", study, "--judge", "someone");
        document.GetProperty("simulated").GetBoolean().ShouldBeFalse();
        var weights = document.GetProperty("weights").EnumerateArray().ToList();
        foreach (var weight in weights)
        {
            double[] numbers = [.. new[] { "low", "mean", "high" }.Select(name => weight.GetProperty(name).GetDouble())];
            numbers.ShouldBeInOrder();
            weight.GetProperty("degree").GetDouble().ShouldBe(1 / (1 + Math.Exp(-numbers[1])), 1e-6);
        }
        weights.ShouldContain(weight => weight.GetProperty("property").GetString() == "lengthy" && weight.GetProperty("mean").GetDouble() > 0);
        (await CommandLine.Run("dissect", "-s", study, "--csv")).Succeeded().Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(weights.Count + 1);
        (await CommandLine.Json("doctor", study)).GetProperty("fits").GetInt32().ShouldBe(1);
        (await CommandLine.Run("similarity", "-s", study)).Succeeded().Out.ShouldContain("nearest");

        XDocument.Load(line["d.svg"]).Root!.Name.LocalName.ShouldBe("svg");
        var page = await File.ReadAllTextAsync(line["d.html"]);
        page.ShouldContain("<svg");
        Regex.IsMatch(page, """<(script|link|img|iframe|object|use)\b[^>]*\b(src|href)\s*=""", RegexOptions.IgnoreCase).ShouldBeFalse("the page loads something");
        Regex.IsMatch(page, """(@import|url\(\s*["']?https?:)""", RegexOptions.IgnoreCase).ShouldBeFalse("the page's style loads something");
    }

    [Fact]
    public async Task Doctor_shows_usable_pairs_before_anything_is_rated()
    {
        var votes = line.Votes("votes.csv", 120);
        (await CommandLine.Run("import", votes, "-s", line["my.study"])).Succeeded();
        foreach (var examined in new[] { votes, line["my.study"] })
        {
            var shown = (await CommandLine.Run("doctor", examined)).Succeeded().Out;
            shown.ShouldContain("usable as far as votes tell");
            shown.ShouldContain("(none yet)");
            var document = await CommandLine.Json("doctor", examined);
            var entry = document.GetProperty(examined == votes ? "usable" : "groups")[0];
            entry.GetProperty("annotator").ValueKind.ShouldBe(JsonValueKind.Null);
            (entry.GetProperty("judge").GetString(), entry.GetProperty("group").GetString(), entry.GetProperty("usablePairs").GetInt32()).ShouldBe(("someone", "all", 120));
        }
    }

    [Fact]
    public async Task Simulated_is_said_wherever_something_simulated_is_shown()
    {
        var study = await line.Fitted("sim.study", 300);
        string[][] shown = [["dissect", "-s", study], ["doctor", study], ["similarity", "-s", study], ["dissect", "-s", study, "--svg", line["s.svg"], "--html", line["s.html"]]];
        foreach (var verb in shown)
        {
            var outcome = (await CommandLine.Run(verb)).Succeeded();
            outcome.Out.ToLowerInvariant().ShouldContain("simulated");
            (await CommandLine.Json(verb)).GetProperty("simulated").GetBoolean().ShouldBeTrue(verb[0]);
        }
        foreach (var file in new[] { "s.svg", "s.html" }) (await File.ReadAllTextAsync(line[file])).ToLowerInvariant().ShouldContain("simulated");
        (await CommandLine.Json("simulate", "-s", line["other.study"], "--pairs", "20", "--judges", "2")).GetProperty("simulated").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Every_document_is_one_of_lower_camel_case_names_with_its_provenance_and_prints_the_same_again()
    {
        var study = await line.Fitted("sim.study", 300);
        var votes = line.Votes("votes.csv", 20);
        string[][] verbs =
        [
            ["dissect", "-s", study], ["doctor", study], ["similarity", "-s", study], ["similarity", "--published"], ["import", votes, "-s", line["i.study"]], ["doctor", votes],
            ["annotate", "-s", study, "--annotator", "surface"], [.. CommandLine.Few, "-s", study, "--group", "all"],
        ];
        foreach (var verb in verbs)
        {
            await CommandLine.Run(verb);
            var document = (await CommandLine.Run([.. verb, "--json"])).Json();
            document.GetProperty("provenance").GetProperty("command").GetString().ShouldBe(verb[0]);
            Names(document).ShouldAllBe(name => char.IsAsciiLetterLower(name[0]) || verb[0] == "similarity" || name.Contains(' ') || name.Contains('-'), string.Join(' ', verb));
            (await CommandLine.Json(verb)).GetRawText().ShouldBe(document.GetRawText(), "the same command prints the same document");
        }
    }

    [Fact]
    public async Task A_group_fitted_later_does_not_change_what_similarity_compares_and_the_choice_is_said()
    {
        var study = await line.Fitted("sim.study", 300);
        var before = await CommandLine.Json("similarity", "-s", study);
        (await CommandLine.Run([.. CommandLine.Few, "-s", study, "--group", "Code"])).Succeeded();
        var after = await CommandLine.Json("similarity", "-s", study);
        after.GetProperty("group").GetString().ShouldBe("all");
        after.GetProperty("matrix").GetRawText().ShouldBe(before.GetProperty("matrix").GetRawText());
        after.GetProperty("groupsReason").GetString()!.ShouldContain("11 scenarios");
        (await CommandLine.Run("similarity", "-s", study)).Succeeded().Out.ShouldContain("all: not every judge has weights of each of the 11 scenarios");
        (await CommandLine.Json("similarity", "-s", study, "--group", "Code")).GetProperty("groupsReason").ValueKind.ShouldBe(JsonValueKind.Null);
        (await CommandLine.Run("similarity", "--published")).Succeeded().Out.ShouldContain("as in the paper");
        var options = after.GetProperty("provenance").GetProperty("options");
        foreach (var (name, value) in new[] { ("annotator", "surface"), ("prior", "laplace:0.1"), ("fitSeed", "1"), ("group", "all") }) options.GetProperty(name).GetString().ShouldBe(value);
    }

    [Fact]
    public async Task The_published_judges_are_33_each_alike_to_itself()
    {
        foreach (var metric in new[] { "pearson", "spearman", "l1", "l2" })
        {
            var document = await CommandLine.Json("similarity", "--published", "--metric", metric);
            var matrix = document.GetProperty("matrix").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToArray()).ToArray();
            document.GetProperty("judges").GetArrayLength().ShouldBe(33);
            matrix.Length.ShouldBe(33);
            for (var i = 0; i < 33; i++)
            {
                matrix[i].Length.ShouldBe(33);
                matrix[i][i].ShouldBe(metric is "l1" or "l2" ? 0 : 1, 1e-12);
                for (var j = 0; j < 33; j++) matrix[i][j].ShouldBe(matrix[j][i]);
            }
        }
        (await CommandLine.Run("similarity", "--published", "--svg", line["p.svg"])).Succeeded();
        XDocument.Load(line["p.svg"]).Root!.Name.LocalName.ShouldBe("svg");
        (await CommandLine.Run("similarity", "--published", "--csv")).Succeeded().Out.ShouldContain("gpt-4-1106-preview");
    }

    [Fact]
    public async Task A_table_of_numbers_is_fitted_against_the_gold_posterior()
    {
        var reference = Environment.GetEnvironmentVariable("PREFDISSECT_REFERENCE") ?? Path.Combine(RepositoryRoot(), "..", "shared", "reference");
        Assert.SkipUnless(Directory.Exists(reference), $"There is no folder '{reference}'; set PREFDISSECT_REFERENCE to where it is.");
        var document = await CommandLine.Json("fit", "--design", Path.Combine(reference, "data_n360.csv"), "--prior", "laplace:0.1");
        var parameters = document.GetProperty("parameters").EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!);
        parameters.Count.ShouldBe(29);
        var gold = File.ReadAllLines(Path.Combine(reference, "stan_gold_n360_4x20000.csv"));
        var columns = gold[0].Split(',').Select(name => name.Trim('"')).ToList();
        foreach (var (row, index) in gold.Skip(1).Take(29).Select((row, index) => (row.Split(','), index)))
        {
            double Gold(string name) => double.Parse(row[columns.IndexOf(name)], CultureInfo.InvariantCulture);
            var fitted = parameters[$"x{index + 1}"];
            double Ours(string name) => fitted.GetProperty(name).GetDouble();
            Math.Abs(Ours("mean") - Gold("mean")).ShouldBeLessThan(4.5 * Math.Sqrt(Math.Pow(Ours("mcseMean"), 2) + Math.Pow(Gold("mcse_mean"), 2)));
        }
    }

    [Fact]
    public async Task Any_numeric_table_is_fitted_with_any_prior_and_with_an_intercept()
    {
        var table = line.Write("t.csv", "y,left,right\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{(i % 10 < 8 ? 1 : 0)},{(i % 10 < 8 ? 1 : -0.5)},{i % 3}\n")));
        foreach (var prior in new[] { "laplace:0.1", "normal:1", "horseshoe:0.1" })
        {
            var parameters = (await CommandLine.Json("fit", "--design", table, "--prior", prior, "--draws", "300")).GetProperty("parameters");
            parameters.EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["left", "right"]);
            parameters[0].GetProperty("mean").GetDouble().ShouldBeGreaterThan(0);
        }
        var shares = line.Write("s.csv", "y,left\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{(i % 10 < 8 ? 1 : 0)},{i % 3 - 1}\n")));
        var document = await CommandLine.Json("fit", "--design", shares, "--intercept", "--draws", "500");
        var intercept = document.GetProperty("parameters").EnumerateArray().Last();
        intercept.GetProperty("name").GetString().ShouldBe("intercept");
        intercept.GetProperty("mean").GetDouble().ShouldBe(Math.Log(0.8 / 0.2), 0.1);
        document.GetProperty("provenance").GetProperty("options").GetProperty("intercept").GetString().ShouldBe("normal:2.5");
        (await CommandLine.Run("fit", "--design", line.Write("named.csv", "y,intercept\n1,2\n"), "--intercept")).Refusal().ShouldContain("intercept");
        (await CommandLine.Run("fit", "-s", line["no.study"], "--intercept")).Refusal().ShouldContain("--design");
        (await CommandLine.Run("fit", "--design", table, "--prior", "cauchy:1")).Refusal().ShouldContain("cauchy");
        (await CommandLine.Run("fit", "--design", line.Write("noy.csv", "a,b\n1,2\n"))).Refusal().ShouldContain("noy.csv");
        (await CommandLine.Run("fit", "--design", line.Write("bad.csv", "y,b\n1,2\n0,x\n"))).Refusal().ShouldContain("bad.csv");
        (await CommandLine.Run("fit", "--design", line["missing.csv"])).Refusal().ShouldContain("missing.csv");
    }

    [Fact]
    public async Task Every_verb_has_help_with_an_example_that_runs()
    {
        var study = await line.Fitted("my.study", 300);
        line.Write("votes.csv", "question,left,right,verdict\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"q{i},a {i},b {i},{"LRdraw".AsSpan(i % 3, 1)}\n")).Replace(",d", ",draw", StringComparison.Ordinal));
        foreach (var verb in Verbs)
        {
            var help = (await CommandLine.Run(verb, "--help")).Succeeded();
            help.Error.ShouldBe("");
            var example = Regex.Match(help.Out, @"Example:\s+prefdissect (.+)").Groups[1].Value.Trim();
            example.ShouldStartWith(verb);
            // The demo runs end to end in the script that holds every change.
            if (verb == "demo") continue;
            string[] args = [.. example.Split(' ').Select(word => word.Contains('.') ? Path.Combine(line.Folder, word) : word == "5240" ? "60" : word)];
            if (verb == "import") args[^7..].ShouldContain("--winner-a");
            var outcome = await CommandLine.Run(verb switch
            {
                "fit" => [.. args, "--chains", "2", "--warmup", "60", "--draws", "60"],
                "import" => [.. args.Select(word => word.EndsWith("my.study", StringComparison.Ordinal) ? line["imported.study"] : word)],
                _ => args,
            });
            outcome.Code.ShouldBe(0, $"{example}: {outcome.Error}");
        }
        (await CommandLine.Run("--help")).Succeeded().Out.ShouldSatisfyAllConditions([.. Verbs.Select(verb => (Action<string>)(text => text.ShouldContain(verb)))]);
        (await CommandLine.Run("--version")).Succeeded().Out.ShouldContain(".");
        File.Exists(study).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("frobnicate")]
    [InlineData("fit --frobnicate")]
    [InlineData("import")]
    [InlineData("import votes.csv")]
    [InlineData("fit")]
    [InlineData("fit -s x.study --design y.csv")]
    [InlineData("fit -s x.study --ties sometimes")]
    [InlineData("fit -s x.study --chains 0")]
    [InlineData("fit -s x.study --chains many")]
    [InlineData("fit -s x.study --seed -5")]
    [InlineData("simulate -s x.study --seed -5")]
    [InlineData("similarity --published --seed -1")]
    [InlineData("similarity")]
    [InlineData("similarity --published -s x.study")]
    [InlineData("similarity --published --metric cosine")]
    [InlineData("similarity --published --group Nowhere")]
    [InlineData("similarity --published --json --csv")]
    [InlineData("similarity --weights /no/such/folder")]
    [InlineData("dissect -s missing.study")]
    [InlineData("dissect -s missing.study --json")]
    [InlineData("annotate -s missing.study --annotator surface")]
    [InlineData("annotate -s missing.study --annotator crystal-ball")]
    [InlineData("doctor missing.csv")]
    [InlineData("simulate -s x.study --pairs 0")]
    [InlineData("simulate -s x.study --judges 0")]
    [InlineData("import votes.csv -s /no/such/folder/x.study")]
    [InlineData("import votes.csv -s x.study --winner-a 1")]
    [InlineData("import votes.csv -s x.study --map nonsense")]
    public async Task A_command_line_that_cannot_be_carried_out_ends_with_2_and_says_why(string words)
    {
        var outcome = await CommandLine.Run([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        outcome.Code.ShouldBe(2, outcome.Out + outcome.Error);
        outcome.Error.Trim().ShouldNotBeEmpty();
        outcome.Error.ShouldNotContain("   at ");
        if (words.Length > 0)
        {
            outcome.Out.ShouldBe("");
            outcome.Error.Split('\n').Length.ShouldBeLessThan(6, "a word on what is wrong, not all of the help");
        }
        File.Exists("x.study").ShouldBeFalse();
    }

    [Theory]
    [InlineData("import --skipbad votes.csv -s x.study", "no option --skipbad. Did you mean --skip-bad?", "prefdissect import --help")]
    [InlineData("doctor --jso", "Did you mean --json?", "prefdissect doctor --help")]
    [InlineData("fit -s x.study --chains many", "'many' for option '--chains': a whole number is expected", "prefdissect fit --help")]
    [InlineData("fit -s x.study --ties sometimes", "'drop' 'half'", "prefdissect fit --help")]
    [InlineData("simulat", "Did you mean simulate?", "`prefdissect --help`")]
    [InlineData("export drws -s x.study", "'drws'", "prefdissect export --help")]
    public async Task A_word_that_is_mistyped_is_named_with_the_help_that_lists_the_right_ones(string words, string said, string help)
    {
        var told = (await CommandLine.Run(words.Split(' '))).Refusal();
        told.ShouldContain(said);
        told.ShouldContain(help);
    }

    [Fact]
    public async Task Commands_that_are_proposed_can_be_typed_as_they_stand()
    {
        var study = line["my votes.study"];
        (await CommandLine.Run("import", line.Votes("v.csv", 20), "-s", study)).Succeeded().Error.ShouldContain($"annotate -s '{study}' ");
        (await CommandLine.Run("doctor", study)).Succeeded().Out.ShouldContain($"annotate -s '{study}' ");
        (await CommandLine.Run("annotate", "-s", study, "--annotator", "surface")).Succeeded().Error.ShouldContain($"fit -s '{study}' ");
        (await CommandLine.Run([.. CommandLine.Few, "-s", study])).Succeeded().Error.ShouldContain($"dissect -s '{study}'");
    }

    [Fact]
    public async Task Names_that_a_study_does_not_know_end_with_2_and_those_it_knows()
    {
        var study = await line.Fitted("my.study", 300);
        (await CommandLine.Run("dissect", "-s", study, "--judge", "nobody")).Refusal().ShouldContain("sim-longform");
        (await CommandLine.Run("dissect", "-s", study, "--group", "Nowhere")).Refusal().ShouldContain("all");
        (await CommandLine.Run("fit", "-s", study, "--annotator", "nobody")).Refusal().ShouldContain("surface");
        (await CommandLine.Run("dissect", "-s", study, "--json", "--csv")).Refusal().ShouldContain("not both");
        (await CommandLine.Run("simulate", "-s", study)).Refusal().ShouldContain("not mixed");
        (await CommandLine.Run("dissect", "-s", study, "--html", line["no/such/page.html"])).Refusal().ShouldContain("cannot be written");
        Directory.GetFiles(line.Folder, "*.partial").ShouldBeEmpty();
        (await CommandLine.Run("fit", "-s", line.Write("votes.csv", "prompt,a\n"))).Refusal().ShouldContain("not a study");
    }

    [Fact]
    public async Task Nothing_that_can_be_fitted_is_a_failure()
    {
        var same = line.Write("same.csv", "prompt,response_a,response_b,winner\nq,the same,the same,a\n");
        (await CommandLine.Run("import", same, "-s", line["s.study"])).Succeeded();
        (await CommandLine.Run("annotate", "-s", line["s.study"], "--annotator", "surface")).Succeeded();
        var outcome = await CommandLine.Run([.. CommandLine.Few, "-s", line["s.study"]]);
        outcome.Code.ShouldBe(1);
        outcome.Error.ShouldContain("equal responses");
    }

    [Fact]
    public async Task A_stack_trace_is_shown_with_debug_and_only_then()
    {
        var plain = await CommandLine.Run("doctor", line["missing.study"]);
        var debug = await CommandLine.Run("doctor", line["missing.study"], "--debug");
        (plain.Code, debug.Code).ShouldBe((2, 2));
        plain.Error.ShouldStartWith("error: ");
        plain.Error.ShouldNotContain("   at ");
        debug.Error.ShouldContain("   at ");
    }

    [Fact]
    public async Task A_child_writes_data_and_words_apart_and_no_colours_where_it_is_redirected()
    {
        var outcome = (await CommandLine.End(line.Start("similarity", "--published"))).Succeeded();
        outcome.Out.ShouldContain("human");
        (outcome.Out + outcome.Error).ShouldNotContain("\u001b");
        var json = (await CommandLine.End(line.Start("similarity", "--published", "--json"))).Json();
        json.GetProperty("judges").GetArrayLength().ShouldBe(33);
        var missing = await CommandLine.End(line.Start("dissect", "-s", "missing.study", "--json"));
        (missing.Code, missing.Out).ShouldBe((2, ""));
    }

    [Fact]
    public async Task On_a_terminal_NO_COLOR_means_no_colour()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no program `script` to make a terminal with.");
        var start = new System.Diagnostics.ProcessStartInfo("/usr/bin/script", ["-qec", $"dotnet {CommandLine.ProgramFile} similarity --published", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["TERM"] = "xterm-256color";
        var outcome = (await CommandLine.End(System.Diagnostics.Process.Start(start)!)).Succeeded();
        outcome.Out.ShouldContain("human");
        Regex.IsMatch(outcome.Out, "\u001b\\[[0-9;]*m").ShouldBeFalse("colour codes");
    }

    public void Dispose() => line.Dispose();

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Names(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Prefdissect.slnx"))) return folder.FullName;
        }
        return AppContext.BaseDirectory;
    }
}
