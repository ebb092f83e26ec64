namespace Prefdissect.Cli.Tests.Documentation;

/// <summary>Tests that change the folder in which the process stands; nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class CurrentFolderCollection
{
    public const string Name = "current folder";
}
