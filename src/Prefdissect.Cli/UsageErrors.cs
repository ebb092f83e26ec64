using System.CommandLine;
using System.CommandLine.Parsing;
using Prefdissect.Reporting;

namespace Prefdissect.Cli;

/// <summary>What a person reads who typed something that is no command line: what is wrong, and where help is; not the whole help.</summary>
internal static class UsageErrors
{
    private const string NoCommand = "Required command was not provided.";
    private const int LeastShared = 3;

    /// <summary>Writes the errors of a command line.</summary>
    public static void Write(ParseResult parsed, TextWriter writer)
    {
        var unknown = parsed.UnmatchedTokens.Count > 0;
        foreach (var message in parsed.Errors.Select(error => PlainText.OneLine(error.Message)).Distinct(StringComparer.Ordinal))
        {
            // What was typed in place of the command says more than that there is none.
            if (!unknown || message != NoCommand) writer.WriteLine($"error: {Plain(message)}");
        }
        foreach (var word in parsed.UnmatchedTokens)
        {
            if (Near(parsed.CommandResult.Command, word) is { } near) writer.WriteLine($"Did you mean {near}?");
        }
        writer.WriteLine($"See `{Line(parsed.CommandResult)} --help`.");
    }

    /// <summary>Refuses a word that looks like an option where a file is expected.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word.Length > 1 && word[0] == '-'))
        {
            var near = Near(((CommandResult)result.Parent!).Command, word);
            result.AddError($"There is no option {word}.{(near is null ? "" : $" Did you mean {near}?")} A file of that name is given as ./{word}.");
        }
    }

    private static string Plain(string message) => message
        .Replace(" as expected type 'System.Int32'.", ": a whole number is expected.", StringComparison.Ordinal)
        .Replace(" as expected type 'System.Int64'.", ": a whole number is expected.", StringComparison.Ordinal);

    private static string? Near(Command command, string word) =>
        command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name)).FirstOrDefault(name => IsNear(name, word));

    private static bool IsNear(string name, string word)
    {
        var (one, other) = (Letters(name), Letters(word.Split('=')[0]));
        return one == other || (Math.Min(one.Length, other.Length) >= LeastShared && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Line(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Line(parent)} {command.Command.Name}" : "prefdissect";
}
