using System.CommandLine;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>export</c>: writes what a study holds in formats that other programs read; one subcommand a kind of thing.</summary>
internal sealed class ExportVerb : IVerb
{
    /// <summary>What can be exported. A new kind is a class and a line here.</summary>
    private readonly IReadOnlyList<IVerb> kinds = [new ExportWeightsVerb(), new ExportDrawsVerb(), new ExportAskedVerb()];

    public Command Build(Terminal terminal)
    {
        var command = new Command("export", "Write what a study holds for other programs.\n\nExample:\n  prefdissect export weights -s my.study --out weights");
        foreach (var kind in kinds) command.Add(kind.Build(terminal));
        return command;
    }
}
