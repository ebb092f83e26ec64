using System.Text;

namespace Prefdissect.Cli.Judging;

/// <summary>The terminal of this process.</summary>
internal sealed class ConsoleScreen(TextWriter writer) : IScreen
{
    /// <inheritdoc/>
    public (int Width, int Height) Size => (Math.Max(20, Console.WindowWidth), Math.Max(8, Console.WindowHeight));

    /// <summary>The screen, or <see langword="null"/> where a person cannot be shown anything or cannot press a key.</summary>
    public static ConsoleScreen? OfProcess(TextWriter writer) => Console.IsInputRedirected || Console.IsOutputRedirected ? null : new ConsoleScreen(writer);

    /// <inheritdoc/>
    public IDisposable Take() => new Taken(writer);

    /// <inheritdoc/>
    public void Draw(IReadOnlyList<string> lines)
    {
        var frame = new StringBuilder("\e[H");
        for (var i = 0; i < lines.Count; i++) frame.Append(i == 0 ? "" : "\r\n").Append(lines[i]).Append("\e[K");
        writer.Write(frame.Append("\e[J"));
        writer.Flush();
    }

    /// <inheritdoc/>
    public ConsoleKeyInfo ReadKey(CancellationToken cancellation)
    {
        // Waiting for a key cannot be ended; the thread that waits ends with the process.
        var key = Task.Run(() => Console.ReadKey(intercept: true), CancellationToken.None);
        key.Wait(cancellation);
        return key.Result;
    }

    private sealed class Taken : IDisposable
    {
        private readonly TextWriter writer;

        public Taken(TextWriter writer)
        {
            this.writer = writer;
            // The other screen, without a cursor.
            writer.Write("\e[?1049h\e[?25l");
            writer.Flush();
        }

        public void Dispose()
        {
            writer.Write("\e[?25h\e[?1049l");
            writer.Flush();
        }
    }
}
