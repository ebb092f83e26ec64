using System.CommandLine;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Workflows.Asking;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary><c>judge --me</c>: a person votes in the terminal.</summary>
internal sealed class PersonWay(FirstTokenOptions asking) : IJudgeWay
{
    private const int ForecastEvery = 20;
    private const string UsualName = "me";

    private readonly Option<bool> me = new("--me") { Description = "Vote yourself, in the terminal: pairs in random order and on random sides, blind, each vote stored at once." };
    private readonly Option<string?> scenario = new("--scenario") { Description = "With --me: vote on the pairs of this scenario alone.", HelpName = "NAME" };

    public IEnumerable<Option> Options => [me, scenario];

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(me) || parsed.GetValue(scenario) is not null;

    public Task<int> RunAsync(ParseResult parsed, JudgeOptions shared, Terminal terminal, CancellationToken cancellation)
    {
        shared.RefuseModel(parsed, me.Name);
        using var opened = shared.OpenStudy(parsed);
        var session = new PersonSession(opened, shared.Name(parsed) ?? UsualName, parsed.GetValue(scenario), asking.Seed(parsed), TimeProvider.System);
        var screen = terminal.Screen ?? throw new UsageException("--me needs a terminal that shows pairs and takes keys; input or output goes elsewhere. Votes made elsewhere are taken with --from FILE.");
        var forecast = new Lazy<PersonForecast>(() => new PersonForecast(opened));
        var end = AskingEnd.Complete;
        using (screen.Take())
        {
            try
            {
                Vote(session, screen, forecast, cancellation);
            }
            catch (OperationCanceledException)
            {
                end = AskingEnd.Cancelled;
            }
        }
        shared.Show(parsed, terminal, opened, session.Result(end));
        return Task.FromResult(end == AskingEnd.Cancelled ? ExitCode.Cancelled : ExitCode.Done);
    }

    private static void Vote(PersonSession session, IScreen screen, Lazy<PersonForecast> forecast, CancellationToken cancellation)
    {
        PairView? view = null;
        while (session.Current is not null)
        {
            if (view is null || view.Size != screen.Size) view = new PairView(session, screen.Size);
            screen.Draw(view.Lines());
            var before = session.Votes;
            var key = screen.ReadKey(cancellation);
            switch (key.Key)
            {
                case ConsoleKey.LeftArrow or ConsoleKey.A: session.Vote(Verdict.A); break;
                case ConsoleKey.RightArrow or ConsoleKey.B: session.Vote(Verdict.B); break;
                case ConsoleKey.T: session.Vote(Verdict.Tie); break;
                case ConsoleKey.S: session.PassOver(); break;
                case ConsoleKey.U: session.Undo(); break;
                case ConsoleKey.UpArrow or ConsoleKey.K: view.Scroll(-1); continue;
                case ConsoleKey.DownArrow or ConsoleKey.J: view.Scroll(1); continue;
                case ConsoleKey.PageUp: view.Scroll(-view.Screenful); continue;
                case ConsoleKey.PageDown or ConsoleKey.Spacebar: view.Scroll(view.Screenful); continue;
                case ConsoleKey.Home: view.Scroll(int.MinValue / 2); continue;
                case ConsoleKey.End: view.Scroll(int.MaxValue / 2); continue;
                case ConsoleKey.Q or ConsoleKey.Escape: return;
                default: continue;
            }
            view = null;
            if (session.Votes > before && session.Votes % ForecastEvery == 0 && !GoesOn(session, screen, forecast, cancellation)) return;
        }
    }

    // Whether the person goes on after hearing how many more votes are worth giving.
    private static bool GoesOn(PersonSession session, IScreen screen, Lazy<PersonForecast> forecast, CancellationToken cancellation)
    {
        var width = screen.Size.Width - 1;
        screen.Draw([$"{session.Votes} votes given. Looking how much they tell …"]);
        var (found, obstacle) = forecast.Value.Of(session.Judge.Name, cancellation);
        string[] lines =
        [
            $"{session.Votes} votes given, {session.Left} pairs left.", "",
            .. found is null ? ScreenText.Lines(obstacle!, width) : ForecastLines.Of(found, PlainText.Name(forecast.Value.Annotator!.Id)),
            "", "Any key goes on; q ends. All votes are stored.",
        ];
        screen.Draw([.. lines.SelectMany(line => ScreenText.Width(line) > width ? ScreenText.Lines(line, width) : [line]).Take(screen.Size.Height)]);
        return screen.ReadKey(cancellation).Key is not (ConsoleKey.Q or ConsoleKey.Escape);
    }
}
