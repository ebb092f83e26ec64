using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Costs;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>
/// The answers of a study, for many askers at once. One thread with a connection of its own writes; what is asked of it meanwhile goes into one transaction together, so that
/// thousands of answers a minute are each on the disk before they are used. Claims of a process that died are free at once on the same machine, and elsewhere when it has been silent
/// for a minute. Whoever waits for it must hold no write of the study open: the store could not write, and both would wait for each other.
/// </summary>
public sealed class AnswerStore : IAnswerCache, IDisposable
{
    private const int MostTogether = 256;
    private const int MostTries = 10;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly Study study;
    private readonly AnswerRows rows;
    private readonly BlockingCollection<Work> queue = [];
    private readonly Thread writer;
    private readonly ITimer heart;
    private readonly AskingProcess process;
    private long asker;

    private AnswerStore(Study study, TimeProvider time, AskingProcess process)
    {
        (this.study, this.process) = (study, process);
        rows = new AnswerRows(study.Connection, time, Silence);
        using (var transaction = study.Connection.BeginTransaction(deferred: false))
        {
            asker = rows.AddAsker(process);
            transaction.Commit();
        }
        writer = new Thread(Write) { IsBackground = true, Name = "answers" };
        writer.Start();
        heart = time.CreateTimer(_ => Beat(), null, Silence / 4, Silence / 4);
    }

    /// <summary>Opens the answers of a study, by a connection of their own.</summary>
    /// <param name="path">The study file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="process">Who asks; <see langword="null"/> for the process that this runs in.</param>
    /// <param name="patience">How long a write waits for another program's before it is tried anew, ten times in all; <see langword="null"/> for a minute.</param>
    /// <exception cref="StudyException">The study cannot be opened, or another program is writing to it and does not finish.</exception>
    public static AnswerStore Open(string path, TimeProvider time, AskingProcess? process = null, TimeSpan? patience = null)
    {
        var study = Study.Open(path);
        try
        {
            // An answer was paid: it has to outlast a power cut too.
            using (var command = study.Connection.CreateCommand())
            {
                command.CommandText = "PRAGMA synchronous = FULL";
                command.ExecuteNonQuery();
            }
            var store = new AnswerStore(study, time, process ?? AskingProcess.This);
            if (patience is { } wait) study.Wait(wait);
            return store;
        }
        catch (SqliteException error)
        {
            study.Dispose();
            throw new StudyException($"{path}: {error.Message}", error);
        }
        catch
        {
            study.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredAnswer?> FindAsync(ContentHash key, CancellationToken cancellationToken) => RunAsync(() => rows.Find(key.ToBytes()), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AnswerClaim> ClaimAsync(ContentHash key, CancellationToken cancellationToken) => RunAsync(() => rows.Claim(key.ToBytes(), asker), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredAnswer> KeepAsync(ContentHash key, StoredAnswer answer)
    {
        var packed = AnswerRows.Packed(answer.Raw.Span);
        return RunAsync(() => rows.Keep(key.ToBytes(), answer, packed, asker), CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(ContentHash key) => await RunAsync(() =>
    {
        rows.Release(key.ToBytes(), asker);
        return true;
    }, CancellationToken.None).ConfigureAwait(false);

    /// <summary>Those of the keys that have an answer.</summary>
    public ValueTask<IReadOnlySet<ContentHash>> StoredAmongAsync(IReadOnlyCollection<ContentHash> keys, CancellationToken cancellationToken) =>
        RunAsync<IReadOnlySet<ContentHash>>(() => keys.Where(key => rows.Has(key.ToBytes())).ToHashSet(), cancellationToken);

    /// <summary>What every step has taken so far, in all runs.</summary>
    public ValueTask<IReadOnlyList<StepSpending>> SpendingAsync(CancellationToken cancellationToken) => RunAsync(rows.Spending, cancellationToken);

    /// <summary>Ends what is under way, gives back the claims and closes the connection.</summary>
    public void Dispose()
    {
        if (queue.IsAddingCompleted) return;
        heart.Dispose();
        queue.CompleteAdding();
        writer.Join();
        try
        {
            rows.RemoveAsker(asker);
        }
        catch (SqliteException)
        {
            // The claims of a process that is gone are nobody's anyway.
        }
        study.Dispose();
        queue.Dispose();
    }

    private void Beat()
    {
        try
        {
            _ = RunAsync(() =>
            {
                rows.Beat(asker);
                return true;
            }, CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The timer fired while the store was closed.
        }
    }

    private async ValueTask<T> RunAsync<T>(Func<T> run, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T result = default!;
        Work work = new(() => result = run(), () => done.TrySetResult(result), error => done.TrySetException(error));
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            queue.Add(work, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(AnswerStore));
        }
        // Not given up half-way: a claim that nobody knows of would never be released.
        return await done.Task.ConfigureAwait(false);
    }

    private void Write()
    {
        var together = new List<Work>();
        foreach (var first in queue.GetConsumingEnumerable())
        {
            together.Add(first);
            while (together.Count < MostTogether && queue.TryTake(out var next)) together.Add(next);
            WriteTogether(together);
            together.Clear();
        }
    }

    private void WriteTogether(List<Work> together)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                WriteOnce(together);
                break;
            }
            catch (SqliteException error) when (IsBusy(error) && tries < MostTries)
            {
                // Another program writes for long. An answer among these was paid, and to wait costs nothing.
            }
            catch (Exception error) when (together.Count > 1 && !IsBusy(error))
            {
                // One that fails must not take the others with it.
                foreach (var work in together) WriteTogether([work]);
                return;
            }
            catch (Exception error)
            {
                foreach (var work in together) work.Fail(error is SqliteException sqlite ? StudyProblem.Of(study.Path, sqlite) : error);
                return;
            }
        }
        foreach (var work in together) work.Complete();
    }

    private static bool IsBusy(Exception error) => error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED };

    private void WriteOnce(List<Work> together)
    {
        using var transaction = study.Connection.BeginTransaction(deferred: false);
        // Another process takes an asker away that was silent for long; its claims are gone, and what it has to keep is not.
        if (!rows.HasAsker(asker)) asker = rows.AddAsker(process);
        foreach (var work in together) work.Run();
        transaction.Commit();
    }

    private sealed record Work(Action Run, Action Complete, Action<Exception> Fail);
}
