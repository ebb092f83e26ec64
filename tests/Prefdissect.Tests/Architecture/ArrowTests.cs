using System.Text.RegularExpressions;

namespace Prefdissect.Tests.Architecture;

public partial class ArrowTests
{
    private static readonly IReadOnlyList<string> InnerRooms = ["Bayes", "Figures", .. Rooms.Stages, "Studies", "Workflows", "Reporting"];

    [Fact]
    public void Every_room_is_one_that_the_design_knows() =>
        Offending(file => Rooms.All.Contains(file.Room) ? [] : [file.Room]).ShouldBeEmpty();

    [Fact]
    public void An_arrow_points_towards_the_domain() =>
        Offending(file => ReachedRooms(file).Where(other => !Rooms.MayKnow(file.Room, other.Room)).Select(other => other.Namespace)
            .Where(reached => Rooms.Exceptions.GetValueOrDefault(file.Path) != reached)).ShouldBeEmpty();

    [Fact]
    public void An_exception_is_still_needed() =>
        Rooms.Exceptions.Where(exception => !SourceFile.All.Any(file => file.Path == exception.Key && file.Reaches.Contains(exception.Value))).ShouldBeEmpty();

    [Fact]
    public void The_study_file_knows_the_records_of_the_stages_and_not_their_logic() =>
        Offending(file => file.Room == "Studies" ? ReachedRooms(file).Where(other => other.Room != "Studies" && other.Namespace.Count(c => c == '.') > 1
            && other.Namespace.Split('.')[2] is "Surface" or "Formats" or "Files" or "Similarities" or "Published").Select(other => other.Namespace) : []).ShouldBeEmpty();

    [Fact]
    public void A_package_stays_in_its_rooms() =>
        Offending(file => file.Imports.Where(reached => Rooms.Packages.Any(package =>
            (reached == package.Key || reached.StartsWith(package.Key + ".", StringComparison.Ordinal)) && !package.Value.Contains(file.Room)))).ShouldBeEmpty();

    [Fact]
    public void Only_the_command_line_knows_console_clock_and_environment() =>
        Offending(file => InnerRooms.Contains(file.Room) ? OutsideWorld().Matches(file.Code).Select(match => match.Value) : []).ShouldBeEmpty();

    [Fact]
    public void Nothing_takes_chance_that_no_seed_decides() =>
        // Names in addresses that nobody is to guess are no results, and must not come from a seed.
        Offending(file => UnseededChance().Matches(file.Code).Select(match => match.Value).Where(chance => file.Room != "Dashboard" || chance != "RandomNumberGenerator")).ShouldBeEmpty();

    [Fact]
    public void The_sampler_and_the_figures_know_no_word_of_the_domain() =>
        Offending(file => file.Room is "Bayes" or "Figures" ? DomainWord().Matches(file.Text).Select(match => match.Value) : []).ShouldBeEmpty();

    [Theory]
    [InlineData("Prefdissect.Bayes")]
    [InlineData("Prefdissect.Figures")]
    public void The_sampler_and_the_figures_reference_no_other_project(string project) =>
        File.ReadAllText(Path.Combine(SourceFile.Root, "src", project, project + ".csproj")).ShouldNotContain("ProjectReference");

    [Theory]
    [InlineData("Importing", "using Prefdissect.Studies;", "Studies")]
    [InlineData("Importing", "using Prefdissect.Dissecting.Similarities;", "Dissecting")]
    [InlineData("Workflows", "var view = Reporting.DissectionTables.Of(fit);", "Reporting")]
    [InlineData("Pairs", "Prefdissect.Workflows.ImportWorkflow.Run();", "Workflows")]
    [InlineData("Dissecting", "using Map = Prefdissect.Figures.HeatMap;", "Figures")]
    public void A_wrong_arrow_is_seen_however_it_is_written(string room, string line, string other)
    {
        var file = new SourceFile($"src/Prefdissect/{room}/Wrong.cs", $"{(line.StartsWith("using", StringComparison.Ordinal) ? line : "")}\nnamespace Prefdissect.{room};\n{line}\n");
        ReachedRooms(file).ShouldContain(reached => reached.Room == other);
        Rooms.MayKnow(room, other).ShouldBeFalse();
    }

    [Fact]
    public void What_stands_in_a_comment_or_a_text_is_no_arrow()
    {
        var file = new SourceFile("src/Prefdissect/Pairs/Right.cs", "namespace Prefdissect.Pairs;\n// Studies.Study\n/// <see cref=\"Prefdissect.Workflows.FitWorkflow\"/>\nvar text = \"Reporting.Pages\";\n");
        ReachedRooms(file).ShouldBeEmpty();
    }

    private static IEnumerable<(string Room, string Namespace)> ReachedRooms(SourceFile file) =>
        file.Reaches.Where(reached => reached.StartsWith("Prefdissect.", StringComparison.Ordinal) && Rooms.All.Contains(reached.Split('.')[1]))
            .Select(reached => (reached.Split('.')[1], reached))
            .Where(reached => reached.Item1 != file.Room);

    private static List<string> Offending(Func<SourceFile, IEnumerable<string>> wrong)
    {
        SourceFile.All.Count.ShouldBeGreaterThan(100);
        return [.. SourceFile.All.SelectMany(file => wrong(file).Distinct().Select(what => $"{file.Path}: {what}"))];
    }

    [GeneratedRegex(@"(?<![\w.])(?:System\.)?Console\.|\bDateTime(?:Offset)?\.(?:Utc)?Now|\bStopwatch\b|\bTimeProvider\.System\b|\bGetEnvironmentVariable\b|\bEnvironment\.TickCount")]
    private static partial Regex OutsideWorld();

    [GeneratedRegex(@"\bRandom\.Shared\b|\bnew Random\(\)|\bGuid\.NewGuid\b|\bRandomNumberGenerator\b")]
    private static partial Regex UnseededChance();

    [GeneratedRegex(@"\b(?:judges?|annotat\w+|votes?|verdicts?|scenarios?|dissect(?:ion|ions|s|ed)?|preferences?|quer(?:y|ies)|responses?|stud(?:y|ies)|LLM)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DomainWord();
}
