using System.Globalization;
using Prefdissect.Scripted;

// Runs a scripted server by hand: dotnet run --project tests/Prefdissect.Scripted -- [share of faults] [seed] [port]
var share = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 0;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var port = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;
await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = share, Seed = seed }, port);
Console.WriteLine(server.Url);
await server.WaitAsync();
Console.WriteLine($"{server.Tally.Requests} requests, {server.Tally.Answered} answers, {server.Tally.AnsweredAgain} bodies answered again, at most {server.Tally.Peak} at once");
foreach (var (fault, count) in server.Tally.Faults.OrderBy(entry => entry.Key)) Console.WriteLine($"{fault} {count}");
