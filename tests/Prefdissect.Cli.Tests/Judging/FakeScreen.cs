using Prefdissect.Cli.Judging;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary>A screen that keeps what it is shown, and keys that were pressed beforehand. Where they end, whoever waits is told to stop, as by Ctrl-C.</summary>
internal sealed class FakeScreen(string keys, int width = 80, int height = 24) : IScreen
{
    private readonly Queue<char> left = new(keys);

    public List<IReadOnlyList<string>> Frames { get; } = [];

    public bool IsTaken { get; private set; }

    public bool WasGivenBack { get; private set; }

    public (int Width, int Height) Size => (width, height);

    public IDisposable Take()
    {
        IsTaken = true;
        return new Taken(this);
    }

    public void Draw(IReadOnlyList<string> lines) => Frames.Add(lines);

    /// <summary>Letters as they are; &lt; and &gt; for the arrows to the sides, v and ^ down and up.</summary>
    public ConsoleKeyInfo ReadKey(CancellationToken cancellation)
    {
        if (!left.TryDequeue(out var key)) throw new OperationCanceledException();
        var pressed = key switch
        {
            '<' => ConsoleKey.LeftArrow,
            '>' => ConsoleKey.RightArrow,
            'v' => ConsoleKey.DownArrow,
            '^' => ConsoleKey.UpArrow,
            ' ' => ConsoleKey.Spacebar,
            '\e' => ConsoleKey.Escape,
            _ => Enum.Parse<ConsoleKey>(char.ToUpperInvariant(key).ToString()),
        };
        return new ConsoleKeyInfo(key, pressed, false, false, false);
    }

    /// <summary>A frame as one text.</summary>
    public string Frame(int at) => string.Join("\n", Frames[at]);

    private sealed class Taken(FakeScreen screen) : IDisposable
    {
        public void Dispose() => screen.WasGivenBack = true;
    }
}
