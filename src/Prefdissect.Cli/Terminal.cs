using System.Text;
using Prefdissect.Cli.Judging;
using Spectre.Console;

namespace Prefdissect.Cli;

/// <summary>Where a verb writes: data to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsInteractive">Whether a person watches standard error on a terminal.</param>
/// <param name="Width">Columns that tables may take.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, int Width)
{
    private const int WidthWithoutTerminal = 140;

    /// <summary>The console that draws tables on standard output; colours only on a terminal and without NO_COLOR.</summary>
    public IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new FixedWidthOutput(Out, Width),
        Ansi = Colours ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = Colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });

    private static bool Colours => !System.Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>The whole terminal and its keys, or <see langword="null"/> where nobody sits at it.</summary>
    public IScreen? Screen { get; init; }

    /// <summary>The terminal of this process, UTF-8 without a byte order mark.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(System.Console.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" };
        return new Terminal(
            output,
            new StreamWriter(System.Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" },
            !System.Console.IsErrorRedirected,
            System.Console.IsOutputRedirected ? WidthWithoutTerminal : Math.Max(60, System.Console.WindowWidth))
        {
            Screen = ConsoleScreen.OfProcess(output),
        };
    }

    private sealed class FixedWidthOutput(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => Colours;

        public int Width => width;

        public int Height => 80;

        public void SetEncoding(Encoding encoding) { }
    }
}
