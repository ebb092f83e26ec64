using System.Diagnostics;

namespace Prefdissect.Models.Servers;

/// <summary>
/// How a program is started so that it does not outlive this process, however this process ends. On Unix a small shell stands between: it waits for its input, whose other end
/// only this process holds, and ends the program when that closes, which it does also after <c>kill -9</c>. The program has a session of its own, so that Ctrl-C in a
/// terminal reaches this process alone. On Windows it is ended with <see cref="Process.Kill(bool)"/>, and outlives a process that was ended by force.
/// </summary>
internal static class GuardedProcess
{
    // The shell outlives signals to the whole group, or there would be nobody left to end the program. The handlers are not handed on to what it starts, as ignored signals would be.
    private const string Guard = """
        trap : TERM INT HUP
        exec 3<&0
        if setpriv --pdeathsig TERM true >/dev/null 2>&1; then set -- setpriv --pdeathsig TERM "$@"; fi
        if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; else set -m; fi
        "$@" </dev/null 3<&- &
        program=$!
        (
            trap '' TERM INT HUP
            cat <&3
            kill -TERM $program
            sleep 0.4 || sleep 1
            kill -KILL $program
        ) >/dev/null 2>&1 &
        guard=$!
        exec 3<&- </dev/null
        while :; do
            wait $program
            code=$?
            kill -0 $program 2>/dev/null || break
        done
        kill -KILL $guard 2>/dev/null
        exit $code
        """;

    /// <summary>How to start it; its input must stay open as long as the program is wanted.</summary>
    public static ProcessStartInfo Of(string program, IEnumerable<string> arguments) => OperatingSystem.IsWindows()
        ? Start(program, arguments)
        : Start("/bin/sh", ["-c", Guard, "sh", program, .. arguments]);

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments) =>
        new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
}
