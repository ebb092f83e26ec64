using System.Globalization;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Jobs;

/// <summary>Jobs in words.</summary>
internal static class JobText
{
    /// <summary>What is being done and how much of it is done.</summary>
    public static string Stage(Job job) => job.Progress switch
    {
        null => "Beginning …",
        { Total: { } total } progress when progress.Done >= total => $"{Named(progress.Stage)}: all {Counted(total)}{Noted(progress.Note)}; going on …",
        { Total: { } total } progress => $"{Named(progress.Stage)}: {Counted(progress.Done)} of {Counted(total)}{Noted(progress.Note)}",
        { } progress => $"{Named(progress.Stage)}: {Counted(progress.Done)}{Noted(progress.Note)}",
    };

    /// <summary>How long it ran.</summary>
    public static string Elapsed(Job job) => job.Elapsed.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(job.Elapsed.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)job.Elapsed.TotalMinutes} min {job.Elapsed.Seconds:00} s");

    private static string Named(string stage) => stage switch
    {
        "responses" => "Rating responses",
        "fits" => "Fitting",
        "folds" => "Fitting with each fold left out",
        "pairs" => "Pairs",
        _ => PlainText.OneLine(stage),
    };

    private static string Counted(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Noted(string? note) => note is null ? "" : $" ({PlainText.OneLine(note)})";
}
