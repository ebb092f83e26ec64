using Prefdissect.Models.Endpoints;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Cli;

/// <summary>An estimate on the terminal.</summary>
internal static class EstimateText
{
    /// <summary>Writes an estimate: one document where a provenance is given, else a table and what its figures rest on.</summary>
    public static void Write(Terminal terminal, EstimateResult result, NamedModel named, string? priceSource, Provenance? provenance)
    {
        if (provenance is not null)
        {
            DocumentJson.Write(terminal.Out, EstimateDocument.Of(result, named.Name, priceSource, provenance));
            return;
        }
        TerminalTable.Draw(terminal.Console, AskingTables.Of(result.Estimate));
        var cost = result.Estimate.Cost is { } dollars
            ? $"about ${Rounded.Number(dollars, 2)}, at a price that is {(priceSource == "an unchecked default" ? $"an unchecked default; put yours under 'prices' in {ModelsFile.FileName}" : $"from {priceSource}")}"
            : $"cost not known: put the price of {named.Endpoint.Model} under 'prices' in {ModelsFile.FileName}";
        terminal.Out.WriteLine($"  {cost}");
        terminal.Out.WriteLine($"  about {result.Estimate.Time:hh\\:mm\\:ss} at {named.Endpoint.Limits.Concurrency} requests at once; {(result.IsMeasured ? "length and time of answers as measured in this study" : "length and time of answers are guesses until the first ones came")}");
        terminal.Out.WriteLine("  Tokens are estimated without the model's tokenizer. Faults, repairs and query-specific questions can make it more or less.");
    }
}
