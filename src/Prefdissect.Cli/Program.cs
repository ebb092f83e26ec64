using System.Globalization;
using Prefdissect.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await PrefdissectCommand.RunAsync(args, Terminal.OfProcess());
