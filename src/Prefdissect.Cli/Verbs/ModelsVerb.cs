using System.CommandLine;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>models</c>: what is there to ask.</summary>
internal sealed class ModelsVerb : IVerb
{
    public Command Build(Terminal terminal)
    {
        var command = new Command("models", "Look at the models that can be asked.\n\nExample:\n  prefdissect models check gpt-4o --settings") { new ModelsCheckVerb().Build(terminal) };
        return command;
    }
}
