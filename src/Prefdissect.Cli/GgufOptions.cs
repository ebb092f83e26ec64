using System.CommandLine;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Models.Servers;

namespace Prefdissect.Cli;

/// <summary>Options of a model in a file, which is asked through a <c>llama-server</c> that runs as long as the work does.</summary>
internal sealed class GgufOptions
{
    private const string Variable = "PREFDISSECT_LLAMA_SERVER", Program = "llama-server";

    private readonly Option<string?> gguf = new("--gguf") { Description = "Instead of --model: a model's file, for which a llama-server is started and stopped.", HelpName = "FILE" };
    private readonly Option<string?> server = new("--llama-server") { Description = $"With --gguf: the program {Program}; else the one that {Variable} names, or the first on the PATH.", HelpName = "PATH" };
    private readonly Option<int?> gpuLayers = new("--gpu-layers") { Description = "With --gguf: layers of the model on the GPU; else llama.cpp decides.", HelpName = "N" };
    private readonly Option<int?> context = new("--context") { Description = "With --gguf: tokens that one request may take.", HelpName = "N" };
    private readonly Option<int?> parallel = new("--parallel") { Description = "With --gguf: requests at once; each takes memory for its context.", HelpName = "N" };

    public GgufOptions()
    {
        AtLeast(gpuLayers, 0, 10_000);
        AtLeast(context, 128, 16_000_000);
        AtLeast(parallel, 1, 1024);
    }

    /// <summary>Whether a file is named, whether or not it is there.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(gguf) is not null;

    public IEnumerable<Option> All => [gguf, server, gpuLayers, context, parallel];

    /// <summary>What is to be served; <see langword="null"/> where no file is named. Looks at the file, and for the program.</summary>
    /// <exception cref="UsageException">An option stands without <c>--gguf</c>, or there is no program.</exception>
    /// <exception cref="ModelSettingsException">The file cannot be used.</exception>
    public OwnServerOptions? Of(ParseResult parsed)
    {
        if (parsed.GetValue(gguf) is not { } file)
        {
            var alone = new Option[] { server, gpuLayers, context, parallel }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
            return alone is null ? null : throw new UsageException($"{alone.Name} is for the server of a model's file, and none is named: add --gguf FILE.");
        }
        var model = GgufFile.Of(file);
        var usual = new OwnServerOptions(model, Find(parsed.GetValue(server)));
        return usual with { GpuLayers = parsed.GetValue(gpuLayers), Context = parsed.GetValue(context) ?? usual.Context, Parallel = parsed.GetValue(parallel) };
    }

    /// <summary>The model under the name of its file, at an address where its server will be.</summary>
    public static NamedModel Named(OwnServerOptions options) => new(options.Model.Name, OwnServer.EndpointOf(options), new ParameterOverrides(), TokenPrice.Free);

    /// <summary>Starts the server.</summary>
    public static OwnServer Start(OwnServerOptions options, Terminal terminal, CancellationToken cancellation)
    {
        terminal.Error.WriteLine($"Loading {Reporting.PlainText.OneLine(options.Model.Path)} in a llama-server.");
        var server = OwnServer.StartAsync(options, TimeProvider.System, cancellation).GetAwaiter().GetResult();
        server.Failed += failure => terminal.Error.WriteLine($"error: {Reporting.PlainText.OneLine(failure)}");
        return server;
    }

    private static string Find(string? named)
    {
        var (path, source) = named is not null ? (named, "--llama-server") : (Environment.GetEnvironmentVariable(Variable), Variable);
        if (string.IsNullOrEmpty(path))
        {
            return OnPath() ?? throw new UsageException($"--gguf needs llama.cpp's server, and there is no {Program} on the PATH. Install llama.cpp (https://github.com/ggml-org/llama.cpp), then name the program with --llama-server PATH or {Variable}.");
        }
        if (Directory.Exists(path)) throw new UsageException($"{source} names the folder {path}. Name the program in it, {Path.Combine(path, FileName)}.");
        if (!File.Exists(path)) throw new UsageException($"{source} names {path}, and there is no such file. Name the program {Program} of llama.cpp.");
        if (!MayRun(path)) throw new UsageException($"{source} names {path}, which may not be run as a program: chmod +x {path}");
        return Path.GetFullPath(path);
    }

    private static string FileName => OperatingSystem.IsWindows() ? $"{Program}.exe" : Program;

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(path => File.Exists(path) && MayRun(path));

    private static bool MayRun(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    private static void AtLeast(Option<int?> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given) && (given < least || given > most)) result.AddError($"{option.Name} is {given}; expected {least} to {most}.");
    });
}
