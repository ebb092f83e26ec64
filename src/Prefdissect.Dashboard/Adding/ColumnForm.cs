using Microsoft.AspNetCore.Http;
using Prefdissect.Importing;

namespace Prefdissect.Dashboard.Adding;

/// <summary>What a person says of the columns of a file whose format was not recognised.</summary>
/// <param name="form">The fields.</param>
internal sealed class ColumnForm(IFormCollection form)
{
    /// <summary>Name of the upload.</summary>
    public string? Upload => form[nameof(Upload)];

    /// <summary>Column of the prompt.</summary>
    public string? Prompt => form[nameof(Prompt)];

    /// <summary>Column of response A.</summary>
    public string? A => form[nameof(A)];

    /// <summary>Column of response B.</summary>
    public string? B => form[nameof(B)];

    /// <summary>Column of the winner.</summary>
    public string? Winner => form[nameof(Winner)];

    /// <summary>Column of the judge.</summary>
    public string? Judge => form[nameof(Judge)];

    /// <summary>Column of the scenario.</summary>
    public string? Scenario => form[nameof(Scenario)];

    /// <summary>What the winner column says where A won.</summary>
    public string? WinnerA => form[nameof(WinnerA)];

    /// <summary>What it says where B won.</summary>
    public string? WinnerB => form[nameof(WinnerB)];

    /// <summary>What it says where neither won.</summary>
    public string? Tie => form[nameof(Tie)];

    /// <summary>The options to read with; <see langword="null"/> where the form is not whole.</summary>
    public ImportOptions? Options()
    {
        string?[] needed = [Prompt, A, B, Winner];
        if (needed.Any(string.IsNullOrEmpty) || needed.Distinct().Count() < needed.Length) return null;
        var (winnerA, winnerB, tie) = (Filled(WinnerA), Filled(WinnerB), Filled(Tie));
        if (winnerA is null != winnerB is null) return null;
        try
        {
            return new ImportOptions
            {
                Map = new ColumnMap { Prompt = Prompt, A = A, B = B, Winner = Winner, Judge = Filled(Judge), Scenario = Filled(Scenario) },
                Winners = winnerA is null ? null : new WinnerValues(winnerA, winnerB!, tie).Checked(),
                Tie = winnerA is null ? tie : null,
            };
        }
        catch (ImportException)
        {
            return null;
        }
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
