using System.Text.Json;
using Prefdissect.Annotating.Surface;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Tests.Samples;

/// <summary>A study whose texts try to run, to lead away, to steer a terminal and to be endless.</summary>
internal static class HostileStudy
{
    /// <summary>What the texts hold.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "\u001b[31mred\u202eder", "\"><svg onload=alert(1)>", "![x](http://evil.example/x.png)", "</main></body><script>alert(2)</script>",
        "'-alert(1)-'", "{{constructor.constructor('alert(1)')()}}", "<a href=\"javascript:alert(1)\" autofocus onfocus=alert(1)>x</a>",
    ];

    /// <summary>A word in the query whose first response is a megabyte long.</summary>
    public const string LongWord = "megabyte";

    /// <summary>Makes the study in a folder.</summary>
    public static string Make(string folder)
    {
        var rows = Texts.Select((evil, i) => (Query: $"Question {i} {evil}", A: string.Concat(Enumerable.Repeat(evil + "\n\n", 3)) + i, B: $"A plain answer {i}."))
            .Append((Query: $"A {LongWord} please", A: string.Concat(Enumerable.Repeat("long words ", 100_000)), B: "Short."));
        var file = Path.Combine(folder, "x.jsonl");
        File.WriteAllLines(file, rows.Select((row, i) => JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["prompt"] = row.Query,
            ["response_a"] = row.A,
            ["response_b"] = row.B,
            ["winner"] = i % 2 == 0 ? "a" : "b",
            ["judge"] = "<img src=y onerror=alert(3)>",
        })));
        var path = Path.Combine(folder, "hostile.study");
        using var study = Study.OpenOrCreate(path);
        ImportWorkflow.Run(study, new ImportRequest([file], new ImportOptions(), BadRows.RefuseFile), null, CancellationToken.None).AnyFailed.ShouldBeFalse();
        AnnotateWorkflow.Run(study, new SurfaceAnnotator(), null, CancellationToken.None);
        return path;
    }
}
