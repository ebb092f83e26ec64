using System.CommandLine;

namespace Prefdissect.Cli;

/// <summary>Makes the command of a verb.</summary>
internal static class Verb
{
    /// <summary>A command with an example in its help, whose work can be cancelled with Ctrl-C.</summary>
    public static Command Of(
        string name, string description, string example, IEnumerable<Argument> arguments, IEnumerable<Option> options, Func<ParseResult, CancellationToken, int> run)
    {
        var command = new Command(name, $"{description}\n\nExample:\n  {example}");
        foreach (var argument in arguments)
        {
            argument.Validators.Add(UsageErrors.RefuseOptions);
            command.Add(argument);
        }
        foreach (var option in options) command.Add(option);
        command.SetAction((parsed, cancellation) => Task.Run(() => run(parsed, cancellation), CancellationToken.None));
        return command;
    }
}
