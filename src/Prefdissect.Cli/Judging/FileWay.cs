using System.CommandLine;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary><c>judge --from FILE</c>: labels that were made elsewhere.</summary>
internal sealed class FileWay : IJudgeWay
{
    private readonly Option<string?> from = new("--from")
    {
        Description = "Take labels made elsewhere from a file: a JSON list in the order of the pairs, a JSON object of a label a pair id, or JSONL or CSV with pair, label and, where known, margin.",
        HelpName = "FILE",
    };

    public IEnumerable<Option> Options => [from];

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(from) is not null;

    public Task<int> RunAsync(ParseResult parsed, JudgeOptions shared, Terminal terminal, CancellationToken cancellation)
    {
        shared.RefuseModel(parsed, from.Name);
        var name = shared.Name(parsed) ?? throw new UsageException("What is the judge to be called? Say so with --name.");
        using var opened = shared.OpenStudy(parsed);
        shared.Show(parsed, terminal, opened, LabelsWorkflow.Run(opened, name, parsed.GetValue(from)!));
        return Task.FromResult(ExitCode.Done);
    }
}
