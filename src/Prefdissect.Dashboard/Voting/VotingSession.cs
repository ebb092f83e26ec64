using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Judging;
using Prefdissect.Judging.People;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Voting;

/// <summary>One person who votes on one study, over many requests. Every vote is in the study before it is answered for, so that ending the server loses none.</summary>
internal sealed class VotingSession : IDisposable
{
    /// <summary>Votes after which it is told how many more are worth giving.</summary>
    public const int ForecastEvery = 20;

    /// <summary>Pairs of a study up to which that is told: all its ratings are read for it.</summary>
    public const int MostForecast = DashboardOptions.UsualMostPairsRead;

    // The same beginning of chance as the terminal's, so that a person meets the same pairs in the same order here and there.
    private const long Seed = 1;

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly string path;
    private readonly Study study;
    private readonly PersonSession session;
    private Task<(VoteForecast? Forecast, string? Obstacle)>? forecast;

    /// <summary>Begins, or goes on where the person stopped.</summary>
    /// <exception cref="RequestException">The name belongs to another judge, or there are no pairs.</exception>
    /// <exception cref="StudyException">The study cannot be written to.</exception>
    public VotingSession(Source source, string judge, string? scenario, TimeProvider time)
    {
        path = source.Path ?? throw new RequestException("The published judges have no pairs to vote on. Make the demo, or import votes, on the first page.");
        study = Study.Open(path);
        try
        {
            session = new PersonSession(study, judge, scenario, Seed, time);
        }
        catch
        {
            study.Dispose();
            throw;
        }
    }

    /// <summary>Makes sure that a person can vote under a name; writes nothing.</summary>
    /// <exception cref="RequestException">The name belongs to another judge, or there are no pairs.</exception>
    public static void Check(Study study, string judge, string? scenario, TimeProvider time) => _ = new PersonSession(study, judge, scenario, Seed, time);

    /// <summary>What there is to see now.</summary>
    public VotingView Look()
    {
        lock (gate)
        {
            session.Refresh();
            var pair = session.Current;
            var (a, b) = pair is null ? ("", "") : session.Order == AskedOrder.FirstAsA ? (pair.First, pair.Second) : (pair.Second, pair.First);
            var told = forecast is { IsCompletedSuccessfully: true } ? forecast.Result : default;
            return new VotingView(session.Judge.Name, pair, a, b)
            {
                Votes = session.Votes,
                Left = session.Left,
                CanUndo = session.CanUndo,
                IsForecasting = forecast is { IsCompleted: false },
                Forecast = told.Forecast,
                Obstacle = forecast is { IsFaulted: true } ? "It could not be worked out how much your votes tell; they are stored all the same." : told.Obstacle,
            };
        }
    }

    /// <summary>Takes what a person says of a pair.</summary>
    /// <param name="pair">Identity of the pair that was shown. Where another stands there by now, as after a key that was pressed twice, nothing is taken.</param>
    /// <param name="word">What is said.</param>
    public void Say(string? pair, VoteWord word)
    {
        lock (gate)
        {
            session.Refresh();
            if (word == VoteWord.Undo)
            {
                session.Undo();
                return;
            }
            if (session.Current is not { } shown || shown.Hash.ToString() != pair) return;
            var before = session.Votes;
            if (word == VoteWord.Skip) session.PassOver();
            else session.Vote(word switch { VoteWord.A => Verdict.A, VoteWord.B => Verdict.B, _ => Verdict.Tie });
            if (session.Votes <= before || session.Votes % ForecastEvery != 0) return;
            var judge = session.Judge.Name;
            forecast = session.PairsInStudy > MostForecast
                ? Task.FromResult<(VoteForecast?, string?)>((null, $"How many more votes are worth giving is not worked out in a study of more than {Rounded.Count(MostForecast)} pairs; your votes are stored."))
                : Task.Run(() => Forecast(judge), CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        lock (gate) study.Dispose();
    }

    private (VoteForecast? Forecast, string? Obstacle) Forecast(string judge)
    {
        using var read = Study.OpenToRead(path);
        return new PersonForecast(read).Of(judge, stop.Token);
    }
}
