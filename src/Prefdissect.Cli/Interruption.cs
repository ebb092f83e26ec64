using System.Runtime.InteropServices;

namespace Prefdissect.Cli;

/// <summary>What Ctrl-C does: the first time the work is told to stop, and may take the time it needs; the second time the program ends.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly IReadOnlyList<PosixSignalRegistration> signals;
    private readonly TextWriter words;
    private int heard;

    /// <summary>Listens until it is disposed.</summary>
    /// <param name="words">Where a person reads that it was heard.</param>
    public Interruption(TextWriter words)
    {
        this.words = words;
        signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];
    }

    /// <summary>Stops the work.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        stopping.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref heard) > 1) Environment.Exit(ExitCode.Cancelled);
        words.WriteLine("Stopping. Ctrl-C again ends the program at once.");
        stopping.Cancel();
    }
}
