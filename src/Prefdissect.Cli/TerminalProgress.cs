using System.Globalization;
using Prefdissect.Workflows;
using Spectre.Console;

namespace Prefdissect.Cli;

/// <summary>Shows how far long work is: a bar with the time left on a terminal, a line every ten seconds elsewhere.</summary>
internal static class TerminalProgress
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    /// <summary>Runs work while showing what it reports.</summary>
    public static T Run<T>(Terminal terminal, Func<IProgress<WorkProgress>, T> work) =>
        terminal.IsInteractive ? WithBar(terminal, work) : work(new Lines(terminal.Error, TimeProvider.System));

    private static T WithBar<T>(Terminal terminal, Func<IProgress<WorkProgress>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bar(context)));
    }

    private sealed class Bar(ProgressContext context) : IProgress<WorkProgress>
    {
        private readonly Lock drawing = new();
        private readonly Dictionary<string, ProgressTask> stages = [];

        public void Report(WorkProgress value)
        {
            lock (drawing)
            {
                if (!stages.TryGetValue(value.Stage, out var task)) stages.Add(value.Stage, task = context.AddTask(Markup.Escape(value.Stage)));
                task.IsIndeterminate = value.Total is null;
                task.MaxValue = Math.Max(1, value.Total ?? 1);
                task.Value = value.Total is null ? 0 : value.Done;
                if (value.Total is null) task.Description = Markup.Escape($"{value.Stage} {value.Done}");
                if (value.Note is { } note) task.Description = Markup.Escape($"{value.Stage} ({note})");
            }
        }
    }

    private sealed class Lines(TextWriter writer, TimeProvider time) : IProgress<WorkProgress>
    {
        private readonly Lock writing = new();
        private long lastLine = time.GetTimestamp();
        private long lastReport;
        private string? stage;
        private long stageStarted = time.GetTimestamp();

        public void Report(WorkProgress value)
        {
            lock (writing)
            {
                var now = time.GetTimestamp();
                if (stage is not null && stage != value.Stage) stageStarted = lastReport;
                (stage, lastReport) = (value.Stage, now);
                if (time.GetElapsedTime(lastLine, now) < LineEvery) return;
                lastLine = now;
                writer.WriteLine(Line(value, time.GetElapsedTime(stageStarted, now)));
            }
        }

        private static string Line(WorkProgress value, TimeSpan elapsed)
        {
            var rate = value.Done / elapsed.TotalSeconds;
            var left = value.Total is { } total && rate > 0
                ? string.Create(CultureInfo.InvariantCulture, $" of {total}, {rate:0.#}/s, about {TimeSpan.FromSeconds((total - value.Done) / rate):hh\\:mm\\:ss} left")
                : string.Create(CultureInfo.InvariantCulture, $", {rate:0.#}/s");
            return $"{value.Stage}: {value.Done}{left}{(value.Note is null ? "" : $", {value.Note}")}";
        }
    }
}
