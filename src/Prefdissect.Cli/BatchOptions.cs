using System.CommandLine;
using Prefdissect.Models.Endpoints;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Cli;

/// <summary>Options for requests that go by a provider's batches.</summary>
internal sealed class BatchOptions
{
    private readonly Option<string?> output = new("--batch-out") { Description = "Write what can be asked now into a batch file, and send nothing.", HelpName = "FILE" };
    private readonly Option<string?> input = new("--batch-in") { Description = "Take the results of a batch, and send nothing.", HelpName = "FILE" };

    public IEnumerable<Option> All => [output, input];

    /// <summary>Whether a batch is written or taken.</summary>
    public bool Asked(ParseResult parsed) => parsed.GetValue(output) is not null || parsed.GetValue(input) is not null;

    /// <summary>Takes results where a file of them is named, then writes what can be asked now where a file for it is named.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">Where notes go.</param>
    /// <param name="named">The model.</param>
    /// <param name="path">The study.</param>
    /// <param name="go">Goes through the questions with stored answers alone, keeps what they come to, and notes what has none.</param>
    public async Task<T> RunAsync<T>(ParseResult parsed, Terminal terminal, NamedModel named, string path, Func<PendingRequests, Task<T>> go)
    {
        using var store = AnswerStore.Open(path, TimeProvider.System);
        var pending = new PendingRequests(named, store);
        var result = await go(pending);
        if (parsed.GetValue(input) is { } results)
        {
            if (!File.Exists(results)) throw new UsageException($"{results}: there is no such file.");
            var taken = await BatchWorkflow.TakeAsync(named, pending.All, store, results, ModelOptions.PriceOf(named).Price, TimeProvider.System.GetUtcNow());
            terminal.Error.WriteLine($"{Rounded.Count(taken.Stored)} answers taken; {Rounded.Count(taken.NotAsked)} lines are of requests that are answered already or not asked by this command.");
            foreach (var (reason, count) in taken.Failures) terminal.Error.WriteLine($"  failed in the batch, {reason}: {count}");
            pending = new PendingRequests(named, store);
            result = await go(pending);
        }
        if (parsed.GetValue(output) is not { } file)
        {
            if (pending.All.Count > 0) terminal.Error.WriteLine($"{Rounded.Count(pending.All.Count)} requests can be asked now: write them with --batch-out FILE.");
            return result;
        }
        var files = BatchWorkflow.Write(named, pending.All, file);
        terminal.Error.WriteLine(files.Count == 0 ? "There is nothing to ask." : $"Wrote {Rounded.Count(pending.All.Count)} requests to {string.Join(", ", files)}. Give the results to --batch-in; questions that depend on them follow in the next round.");
        return result;
    }
}
