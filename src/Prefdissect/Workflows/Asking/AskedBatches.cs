using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Prefdissect.Workflows.Asking;

/// <summary>
/// Asks about many things at once and gives what comes together, so that it can be kept in few transactions. What is under way when asking is to stop was paid: it is finished, and its
/// answers are stored, also where whoever takes the batches fails and takes no more.
/// </summary>
internal static class AskedBatches
{
    private const int MostTogether = 512;
    private static readonly TimeSpan LongestTogether = TimeSpan.FromSeconds(1);

    /// <summary>Asks about each thing that is open, in their order, and gives what came in the order in which it came; no batch is empty.</summary>
    /// <param name="open">What is open, drawn as there is room; on another thread.</param>
    /// <param name="atOnce">How many are under way at once.</param>
    /// <param name="ask">Asks about one; its token tells that no further request is to begin.</param>
    /// <param name="stopsWork">Whether after this nothing further is to be asked.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Begins nothing new.</param>
    public static async IAsyncEnumerable<IReadOnlyList<TAsked>> Of<TOpen, TAsked>(
        IEnumerable<TOpen> open, int atOnce, Func<TOpen, CancellationToken, Task<TAsked>> ask, Func<TAsked, bool> stopsWork, TimeProvider time, [EnumeratorCancellation] CancellationToken stop)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var come = Channel.CreateBounded<TAsked>(2 * atOnce);
        var asking = AskAsync();
        try
        {
            while (await come.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false)) yield return await TogetherAsync(come.Reader, time).ConfigureAwait(false);
            await come.Reader.Completion.ConfigureAwait(false);
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            while (!asking.IsCompleted)
            {
                while (come.Reader.TryRead(out _)) { }
                await Task.WhenAny(asking, Task.Delay(20, CancellationToken.None)).ConfigureAwait(false);
            }
        }

        async Task AskAsync()
        {
            Exception? fault = null;
            try
            {
                await Parallel.ForEachAsync(open.TakeWhile(_ => !stopping.IsCancellationRequested), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (one, _) =>
                {
                    var asked = await ask(one, stopping.Token).ConfigureAwait(false);
                    if (stopsWork(asked)) await stopping.CancelAsync().ConfigureAwait(false);
                    await come.Writer.WriteAsync(asked, CancellationToken.None).ConfigureAwait(false);
                }).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                fault = error;
            }
            come.Writer.TryComplete(fault);
        }
    }

    private static async Task<IReadOnlyList<T>> TogetherAsync<T>(ChannelReader<T> come, TimeProvider time)
    {
        var (together, began) = (new List<T>(), time.GetTimestamp());
        while (together.Count < MostTogether && (together.Count == 0 || time.GetElapsedTime(began) < LongestTogether))
        {
            if (come.TryRead(out var one)) together.Add(one);
            else if (come.Completion.IsCompleted) break;
            else await Task.Delay(20, CancellationToken.None).ConfigureAwait(false);
        }
        return together;
    }
}
