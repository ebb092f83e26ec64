namespace Prefdissect.Cli.Tests.Documentation;

/// <summary>A person who follows a page in an empty folder that has only what the repository ships: sample votes, and room for figures.</summary>
internal sealed class Reader : IDisposable
{
    private const int TerminalWidth = 140;

    private readonly string before = Directory.GetCurrentDirectory();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("prefdissect-docs-");

    public Reader()
    {
        Directory.CreateDirectory(PathOf("docs/figures"));
        Directory.CreateDirectory(PathOf("docs/samples"));
        File.Copy(Path.Combine(Repository.Root, SampleVotes.Path), PathOf(SampleVotes.Path));
        Directory.SetCurrentDirectory(folder.FullName);
    }

    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    /// <summary>Runs a command; gives all that it printed.</summary>
    public async Task<string> Run(DocumentedCommand command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PrefdissectCommand.RunAsync([.. command.Arguments], new Terminal(output, error, IsInteractive: false, TerminalWidth));
        code.ShouldBe(command.ExitCode, $"{command.Place}: prefdissect {string.Join(' ', command.Arguments)}\n{error}");
        if (command.OutputFile is { } file) await File.WriteAllTextAsync(PathOf(file), output.ToString());
        return $"{output}\n{error}";
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(before);
        folder.Delete(recursive: true);
    }
}
