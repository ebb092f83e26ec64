using System.Globalization;
using Prefdissect.Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var votes, var study])
{
    Console.Error.WriteLine("Usage: VotesToDissection VOTES.csv NAME.study");
    return 2;
}
return VotesToDissection.Run(votes, study, Console.Out) ? 0 : 2;
