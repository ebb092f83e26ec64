using System.CommandLine;
using Prefdissect.Cli.Verbs.Exports;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>export</c>: writes parts of a study for other programs, a subcommand each.</summary>
internal sealed class ExportVerb : IVerb
{
    private static readonly IReadOnlyList<IVerb> Parts = [new ExportDraws()];

    public Command Build(Terminal terminal)
    {
        var command = new Command("export", "Write parts of a study for other programs.\n\nExample:\n  prefdissect export draws -s my.study --out draws");
        foreach (var part in Parts) command.Add(part.Build(terminal));
        return command;
    }
}
