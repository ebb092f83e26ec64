using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Asking;

/// <summary>Asks many things at once with flat memory: requests are made only when there is room for them, and outcomes wait only until they are read.</summary>
public static class Questions
{
    /// <summary>Asks all, and gives each outcome with its subject as soon as it is there, in no particular order.</summary>
    /// <param name="model">Who is asked.</param>
    /// <param name="questions">Subjects with requests, drawn one by one.</param>
    /// <param name="atOnce">How many to keep under way; twice the endpoint's concurrency keeps it busy.</param>
    /// <param name="stop">Begins nothing new: what is under way is finished and given, but for what the model itself gave up for the same reason, then the sequence ends.</param>
    /// <param name="cancellationToken">Gives everything up at once.</param>
    public static async IAsyncEnumerable<(T Subject, ModelOutcome Outcome)> AskAllAsync<T>(
        this IModel model, IEnumerable<(T Subject, ModelRequest Request)> questions, int atOnce, CancellationToken stop, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = Channel.CreateBounded<(T, ModelOutcome)>(atOnce);
        var work = AskIntoAsync(model, questions, atOnce, outcomes.Writer, stop, abandoned.Token);
        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return outcome;
        }
        finally
        {
            // A reader that stops early gives up what is under way; one that read all finds it ended.
            if (!work.IsCompleted) await abandoned.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await work.ConfigureAwait(false);
    }

    private static async Task AskIntoAsync<T>(
        IModel model, IEnumerable<(T Subject, ModelRequest Request)> questions, int atOnce, ChannelWriter<(T, ModelOutcome)> outcomes, CancellationToken stop, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            await Parallel.ForEachAsync(questions.TakeWhile(_ => !stop.IsCancellationRequested), new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken }, async (question, token) =>
            {
                try
                {
                    await outcomes.WriteAsync((question.Subject, await model.AskAsync(question.Request, token).ConfigureAwait(false)), token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested && !token.IsCancellationRequested)
                {
                    // It was not sent.
                }
            }).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            fault = error;
        }
        finally
        {
            outcomes.TryComplete(fault);
        }
    }
}
