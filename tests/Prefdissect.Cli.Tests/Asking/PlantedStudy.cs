using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Prefdissect.Properties;
using Prefdissect.Scripted;
using Prefdissect.Simulating;
using Prefdissect.Studies;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>A simulated study, a server that answers what was planted in it, and a folder whose settings name that server <c>scripted</c>.</summary>
internal sealed class PlantedStudy : IAsyncDisposable
{
    public const string Model = "scripted", Annotator = "llm:scripted:pair", AnsweredAlone = "llm:scripted:single";
    private const ulong Seed = 4;

    private readonly List<SimulatedPair> pairs;

    private PlantedStudy(CommandLine line, ScriptedServer server, List<SimulatedPair> pairs) => (Line, Server, this.pairs) = (line, server, pairs);

    public CommandLine Line { get; }

    public ScriptedServer Server { get; }

    public string Path => Line["planted.study"];

    /// <summary>Simulates, and starts the server.</summary>
    /// <param name="count">How many pairs.</param>
    /// <param name="script">How the server behaves, apart from what it answers.</param>
    /// <param name="settings">Further fields of the model in <c>prefdissect.yaml</c>, a line each.</param>
    public static async Task<PlantedStudy> StartAsync(int count, ScriptedOptions? script = null, params string[] settings)
    {
        var line = new CommandLine();
        await line.Simulated("planted.study", count);
        var pairs = StudySimulator.Simulate(new SimulationOptions(count, [], Seed)).ToList();
        var planted = new PlantedAnswers(pairs);
        var server = await ScriptedServer.StartAsync((script ?? new ScriptedOptions()) with { Answer = planted.Answer });
        line.Write("prefdissect.yaml", $"models:\n  {Model}:\n    kind: compatible\n    base-url: {server.Url}\n{string.Concat(settings.Select(field => $"    {field}\n"))}");
        return new PlantedStudy(line, server, pairs);
    }

    /// <summary>Runs a verb on the study and the server within this process, which knows nothing of the settings in the folder.</summary>
    public Task<Outcome> Ask(string verb, params string[] args) => CommandLine.Run([verb, "-s", Path, "--model", Model, "--base-url", Server.Url, .. args]);

    /// <summary>Has the model annotate.</summary>
    public Task<Outcome> Annotate(params string[] args) => Ask("annotate", ["--annotator", "llm", .. args]);

    /// <summary>Starts a verb on the study in a process of its own, with the settings of the folder.</summary>
    public Process Start(string verb, params string[] args) => Line.Start([verb, "-s", Path, "--model", Model, .. args]);

    /// <summary>Runs it to its end.</summary>
    public Task<Outcome> InProcess(string verb, params string[] args) => CommandLine.End(Start(verb, args));

    /// <summary>How the study stands.</summary>
    public Task<JsonElement> Status(string annotator = Annotator) => CommandLine.Json("annotate", "-s", Path, "--annotator", annotator, "--status");

    /// <summary>Compares an annotator's ratings with what the simulator planted.</summary>
    public ComparedRatings Compare(string annotator = Annotator)
    {
        using var study = Study.OpenToRead(Path);
        var reader = new RatingReader(study, new StudyReader(study).Annotators().Single(one => one.Id == annotator));
        var places = reader.Properties.Select(property => PublishedProperties.All.ToList().FindIndex(one => one.ShortName == property.ShortName)).ToList();
        var planted = pairs.ToDictionary(pair => pair.Pair.Hash);
        var result = new ComparedRatings();
        foreach (var (_, rated) in reader.Pairs())
        {
            var pair = planted[rated.Pair];
            var aIsFirst = pair.Pair.First.Hash == pair.A.Hash;
            result.Add(pair, reader.Properties, rated.First, places, aIsFirst ? pair.RatingsA : pair.RatingsB);
            result.Add(pair, reader.Properties, rated.Second, places, aIsFirst ? pair.RatingsB : pair.RatingsA);
        }
        return result;
    }

    /// <summary>Requests whose answer is stored and whose body was sent again after it. Reference answers that hold no text are asked anew in the next run, and left out here.</summary>
    public IReadOnlyList<string> SentAgainAfterStored()
    {
        var seen = Server.Tally.TimesSeen;
        return [.. Stored().Where(stored => stored.IsUsable || stored.Step != "reference").Select(stored => stored.Id)
            .Where(id => seen[id.Split('.')[0]] != int.Parse(id.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>The stored answers: the id of the request that each answers, and whether it holds a text.</summary>
    public IReadOnlyList<(string Id, string Step, bool IsUsable)> Stored()
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT raw, step FROM answer";
        using var rows = command.ExecuteReader();
        var stored = new List<(string, string, bool)>();
        while (rows.Read())
        {
            using var raw = new BrotliStream(rows.GetStream(0), CompressionMode.Decompress);
            using var answer = JsonDocument.Parse(raw);
            var message = answer.RootElement.GetProperty("choices")[0].GetProperty("message");
            stored.Add((answer.RootElement.GetProperty("id").GetString()!, rows.GetString(1), message.GetProperty("content").ValueKind == JsonValueKind.String));
        }
        return stored;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Line.Dispose();
    }
}
