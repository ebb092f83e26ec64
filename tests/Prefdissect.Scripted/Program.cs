using System.Globalization;
using Prefdissect.Scripted;
using Prefdissect.Simulating;

// Runs a scripted server by hand: dotnet run --project tests/Prefdissect.Scripted -- [share of faults] [seed] [port] [pairs] [seed of the pairs]
// With pairs it answers for the study of `prefdissect simulate --pairs N --seed SEED` what was planted there.
var share = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 0;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var port = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;
var pairs = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0;
var planted = pairs > 0 ? new PlantedAnswers(StudySimulator.Simulate(new SimulationOptions(pairs, [], args.Length > 4 ? ulong.Parse(args[4], CultureInfo.InvariantCulture) : 1))) : null;
await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = share, Seed = seed, Answer = request => planted?.Answer(request) }, port);
Console.WriteLine(server.Url);
await server.WaitAsync();
Console.WriteLine($"{server.Tally.Requests} requests, {server.Tally.Answered} answers, {server.Tally.AnsweredAgain} bodies answered again, at most {server.Tally.Peak} at once");
foreach (var (fault, count) in server.Tally.Faults.OrderBy(entry => entry.Key)) Console.WriteLine($"{fault} {count}");
