using System.CommandLine;

namespace Prefdissect.Cli;

/// <summary>Options that mean the same in every verb.</summary>
internal static class SharedOptions
{
    public static Option<string> Study() => new("--study", "-s") { Description = "The study file, NAME.study.", HelpName = "STUDY", Required = true };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of tables." };

    public static Option<bool> Csv() => new("--csv") { Description = "Print the table as CSV." };

    public static Option<string[]> Judges(string what) => Names("--judge", "JUDGE", what);

    public static Option<string[]> Groups(string what) => Names("--group", "GROUP", what);

    public static Option<string?> Annotator() => new("--annotator")
    {
        Description = "Whose ratings to use. Needed where several annotators rated the study.",
        HelpName = "NAME",
    };

    public static Option<string?> PropertyFile() => new("--property-file") { Description = "YAML file with properties of one's own, beside or instead of the 29.", HelpName = "FILE" };

    public static Option<bool> RetryFailed() => new("--retry-failed") { Description = "Ask again where the answer could not be used or the server refused the request." };

    public static Option<long> Seed()
    {
        var seed = new Option<long>("--seed") { Description = "Where chance begins; the same seed gives the same result.", DefaultValueFactory = _ => 1, HelpName = "N" };
        seed.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && long.TryParse(result.Tokens[0].Value, out var given) && given < 0) result.AddError($"--seed is {given}; expected 0 or more.");
        });
        return seed;
    }

    private static Option<string[]> Names(string option, string help, string what) => new(option) { Description = $"{what} Repeat for several.", HelpName = help, DefaultValueFactory = _ => [] };
}
