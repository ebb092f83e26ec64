namespace Prefdissect.Tests.Architecture;

/// <summary>The rooms of the house and what each may reach; docs/architecture.md says it in words.</summary>
internal static class Rooms
{
    /// <summary>The stages, in the order of the data's way. A stage knows those to its left.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        ["Pairs", "Properties", "Importing", "Models", "Annotating", "Judging", "Dissecting", "Benchmarks", "Steering", "Simulating"];

    /// <summary>Every room of the domain and every project beside it.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Stages, "Studies", "Workflows", "Reporting", "Bayes", "Figures", "Dashboard", "Cli"];

    /// <summary>Packages that only some rooms may know, by the beginning of their namespaces.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Packages { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["Dapper"] = ["Studies"],
        ["Microsoft.Data.Sqlite"] = ["Studies"],
        ["SQLitePCL"] = ["Studies"],
        ["System.CommandLine"] = ["Cli"],
        ["Spectre.Console"] = ["Cli"],
        ["CsvHelper"] = ["Importing", "Dissecting", "Reporting"],
        ["MathNet.Numerics"] = ["Bayes", "Dissecting", "Judging"],
        ["YamlDotNet"] = ["Properties", "Importing", "Models", "Annotating", "Steering"],
        ["OpenAI"] = ["Models"],
        ["Polly"] = ["Models"],
        ["System.Net.Http"] = ["Models", "Dashboard"],
    };

    /// <summary>What a room may know of the sampler and of the drawings.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Neighbours = new()
    {
        ["Bayes"] = ["Annotating", "Dissecting", "Benchmarks", "Workflows", "Reporting", "Dashboard", "Cli"],
        ["Figures"] = ["Reporting", "Dashboard", "Cli"],
    };

    /// <summary>Arrows that break a rule and stay, each with its reason in docs/architecture.md: path of the file → namespace reached.</summary>
    public static IReadOnlyDictionary<string, string> Exceptions { get; } = new Dictionary<string, string>
    {
        ["src/Prefdissect/Importing/NumericTable.cs"] = "Prefdissect.Bayes.Densities",
        ["src/Prefdissect/Importing/NumericTableReader.cs"] = "Prefdissect.Bayes.Densities",
    };

    /// <summary>Whether a room may know another room or project.</summary>
    public static bool MayKnow(string room, string other) => (room, other) switch
    {
        _ when room == other => true,
        ("Bayes" or "Figures", _) => false,
        (_, "Bayes" or "Figures") => Neighbours[other].Contains(room),
        ("Cli", _) => true,
        (_, "Cli") => false,
        ("Dashboard", _) => true,
        (_, "Dashboard") => false,
        ("Reporting", _) => true,
        (_, "Reporting") => false,
        ("Workflows", _) => true,
        (_, "Workflows") => false,
        ("Studies", _) => true,
        (_, "Studies") => false,
        _ => IndexOf(other) < IndexOf(room),
    };

    private static int IndexOf(string stage)
    {
        for (var i = 0; i < Stages.Count; i++)
        {
            if (Stages[i] == stage) return i;
        }
        throw new ArgumentException($"There is no room {stage} in docs/architecture.md; add it there and here.", nameof(stage));
    }
}
