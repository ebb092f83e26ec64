using System.CommandLine;

namespace Prefdissect.Cli;

/// <summary>One verb of the command line: parses, calls a workflow, prints.</summary>
internal interface IVerb
{
    /// <summary>The command with its options and action.</summary>
    Command Build(Terminal terminal);
}
