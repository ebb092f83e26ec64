using System.CommandLine;
using Prefdissect.Judging.Juries;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary><c>judge --jury A,B,C</c>: several judges of the study together.</summary>
internal sealed class JuryWay : IJudgeWay
{
    private readonly Option<string?> jury = new("--jury") { Description = "Make one judge of several that have voted, named with commas between.", HelpName = "JUDGES" };
    private readonly Option<string> rule = new("--rule") { Description = "How a jury decides: majority, or mean-margin.", DefaultValueFactory = _ => "majority", HelpName = "RULE" };

    public JuryWay() => rule.AcceptOnlyFromAmong("majority", "mean-margin");

    public IEnumerable<Option> Options => [jury, rule];

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(jury) is not null;

    public Task<int> RunAsync(ParseResult parsed, JudgeOptions shared, Terminal terminal, CancellationToken cancellation)
    {
        shared.RefuseModel(parsed, jury.Name);
        var name = shared.Name(parsed) ?? throw new UsageException("What is the jury to be called? Say so with --name.");
        var members = parsed.GetValue(jury)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        using var opened = shared.OpenStudy(parsed);
        shared.Show(parsed, terminal, opened, JuryWorkflow.Run(opened, name, members, parsed.GetValue(rule) == "majority" ? JuryRule.Majority : JuryRule.MeanMargin));
        return Task.FromResult(ExitCode.Done);
    }
}
