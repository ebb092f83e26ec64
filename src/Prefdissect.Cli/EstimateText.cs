using Prefdissect.Models.Costs;
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
        foreach (var changed in result.AskedAnew) terminal.Out.WriteLine($"  {PlainText.OneLine(changed)}");
        TerminalTable.Draw(terminal.Console, AskingTables.Of(result));
        var (least, most) = (result.Least, result.Estimate);
        var cost = most.Cost is { } dollars
            ? $"about {(least.Cost is { } few && Rounded.Number(few, 2) != Rounded.Number(dollars, 2) ? $"${Rounded.Number(few, 2)} to " : "")}${Rounded.Number(dollars, 2)}, at a price that is {(priceSource == "an unchecked default" ? $"an unchecked default; put yours under 'prices' in {ModelsFile.FileName}" : $"from {priceSource}")}"
            : $"cost not known: put the price of {named.Endpoint.Model} under 'prices' in {ModelsFile.FileName}";
        terminal.Out.WriteLine($"  {cost}");
        terminal.Out.WriteLine($"  about {(Duration(least) == Duration(most) ? "" : $"{Duration(least)} to ")}{Duration(most)} at {named.Endpoint.Limits.Concurrency} requests at once; {(result.IsMeasured ? "length and time of answers as measured in this study" : "length and time of answers are guesses until the first ones came")}");
        if (result.Assumption is { } assumption) terminal.Out.WriteLine($"  {assumption}");
        terminal.Out.WriteLine("  Tokens are estimated without the model's tokenizer. Faults and repairs can make it more.");
    }

    private static string Duration(WorkEstimate estimate) => estimate.Time.ToString(estimate.Time.TotalHours < 24 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", System.Globalization.CultureInfo.InvariantCulture);
}
