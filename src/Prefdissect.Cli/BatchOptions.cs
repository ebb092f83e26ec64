using System.CommandLine;
using System.Globalization;
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

    private readonly Option<bool> release = new("--batch-release") { Description = "Forget which requests are in batch files without a result, so that they may be asked again." };

    public IEnumerable<Option> All => [output, input, release];

    /// <summary>Whether a batch is written or taken.</summary>
    public bool Asked(ParseResult parsed) => parsed.GetValue(output) is not null || parsed.GetValue(input) is not null;

    /// <summary>Refuses what does not go with batches, and a file of results that cannot be read: before the study is opened, so that it stays as it is.</summary>
    /// <exception cref="UsageException">The file is not there, or a limit is given that a batch cannot keep.</exception>
    /// <exception cref="InvalidDataException">A line of the file is no result.</exception>
    public void Check(ParseResult parsed, ModelOptions model)
    {
        if (parsed.GetValue(output) is { } file && File.Exists(file)) throw new UsageException($"{file}: there is such a file, and its requests may have been sent. Name another one.");
        if (model.Limit(parsed) is { } limit) throw new UsageException($"{limit} cannot be kept by a batch: the provider sends its requests. See what it would take with --estimate, and ask for less with --sample or --steps.");
        if (parsed.GetValue(input) is not { } results) return;
        if (!File.Exists(results)) throw new UsageException($"{results}: there is no such file.");
        BatchWorkflow.Check(results);
    }

    /// <summary>Lets requests be asked again that are in batch files, where that is wanted; else tells of them. They are left out until a result is there.</summary>
    public void Tell(ParseResult parsed, Terminal terminal, Study study)
    {
        var requests = new BatchRequests(study);
        var open = requests.Open();
        if (open.Count == 0) return;
        if (parsed.GetValue(release))
        {
            requests.Remove(open.Keys);
            terminal.Error.WriteLine($"{Rounded.Count(open.Count)} requests in batch files may be asked again. Where their batch is answered all the same, they are paid twice.");
            return;
        }
        if (parsed.GetValue(input) is not null) return;
        var files = open.Values.GroupBy(of => of).OrderBy(of => of.Key.Written).Select(of => string.Create(CultureInfo.InvariantCulture, $"{PlainText.OneLine(of.Key.File)} ({of.Count()}, written {of.Key.Written:yyyy-MM-dd HH:mm} UTC)"));
        terminal.Error.WriteLine($"note: {Rounded.Count(open.Count)} requests are in batch files without a result and are left out: {string.Join(", ", files)}. Take the results with --batch-in, or give --batch-release to ask them again.");
    }

    /// <summary>Takes results where a file of them is named, then writes what can be asked now where a file for it is named.</summary>
    /// <param name="parsed">The command line, which <see cref="Check"/> has passed.</param>
    /// <param name="terminal">Where notes go.</param>
    /// <param name="named">The model.</param>
    /// <param name="path">The study.</param>
    /// <param name="go">Goes through the questions with stored answers alone, keeps what they come to, and notes what has none.</param>
    public async Task<T> RunAsync<T>(ParseResult parsed, Terminal terminal, NamedModel named, string path, Func<PendingRequests, Task<T>> go)
    {
        using var store = AnswerStore.Open(path, TimeProvider.System);
        using var study = Study.Open(path);
        var requests = new BatchRequests(study);
        var pending = new PendingRequests(named, store);
        var result = await go(pending);
        if (parsed.GetValue(input) is { } results)
        {
            var taken = await BatchWorkflow.TakeAsync(named, pending.All, store, results, ModelOptions.PriceOf(named).Price, TimeProvider.System.GetUtcNow());
            requests.Remove(taken.Failures.Keys);
            Tell(terminal, taken);
            pending = new PendingRequests(named, store) { Failures = taken.Failures };
            result = await go(pending);
        }
        var handedOut = requests.Open();
        var open = pending.All.Where(one => !handedOut.ContainsKey(one.Key)).ToDictionary();
        if (parsed.GetValue(output) is not { } file)
        {
            if (open.Count > 0) terminal.Error.WriteLine($"{Rounded.Count(open.Count)} requests can be asked now: write them with --batch-out FILE.");
            return result;
        }
        var files = BatchWorkflow.Write(named, open, file);
        requests.Add(open.Keys, file, TimeProvider.System.GetUtcNow());
        terminal.Error.WriteLine(files.Count == 0 ? "There is nothing to ask." : $"Wrote {Rounded.Count(open.Count)} requests to {string.Join(", ", files)}. Give the results to --batch-in; questions that depend on them follow in the next round.");
        return result;
    }

    private static void Tell(Terminal terminal, BatchTaken taken)
    {
        terminal.Error.WriteLine($"{Rounded.Count(taken.Stored)} answers taken; {Rounded.Count(taken.NotAsked)} lines are of requests that are answered already or not asked by this command.");
        foreach (var failures in taken.Failures.Values.GroupBy(failure => failure.ReasonText).OrderByDescending(of => of.Count()))
        {
            var said = failures.Select(failure => failure.Detail).FirstOrDefault(detail => detail.Length > 0);
            terminal.Error.WriteLine($"  failed in the batch, {failures.Key}: {Rounded.Count(failures.Count())}{(said is null ? "" : $", such as: {PlainText.OneLine(said)}")}{(failures.First().StopsWork ? "; they stay missing and go into the next --batch-out" : "")}");
        }
    }
}
