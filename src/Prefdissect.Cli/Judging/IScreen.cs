namespace Prefdissect.Cli.Judging;

/// <summary>A terminal that is drawn as a whole and read key by key.</summary>
internal interface IScreen
{
    /// <summary>Columns and rows, now.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Takes the whole terminal, until it is disposed.</summary>
    IDisposable Take();

    /// <summary>Shows these lines, each of which fits, in place of what was shown.</summary>
    void Draw(IReadOnlyList<string> lines);

    /// <summary>The next key, waited for.</summary>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    ConsoleKeyInfo ReadKey(CancellationToken cancellation);
}
