using System.Globalization;
using Prefdissect.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var terminal = Terminal.OfProcess();
using var interruption = new Interruption(terminal.Error);
return await PrefdissectCommand.RunAsync(args, terminal, interruption.Stopping);
