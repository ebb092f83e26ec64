using System.ComponentModel;
using System.Globalization;

namespace Prefdissect.Studies;

/// <summary>A process that asks models, as another process can recognise it: whether it still lives can be told at once on the same machine, and only by its silence elsewhere.</summary>
/// <param name="Machine">The machine's name, with what tells one container on it from another.</param>
/// <param name="Process">Number of the process.</param>
/// <param name="Started">When it started, in a unit of the machine: another process of the same number has another one.</param>
public sealed record AskingProcess(string Machine, int Process, long Started)
{
    private const long Unknown = 0;
    private const string NumbersOfProcesses = "/proc/self/ns/pid";

    /// <summary>The process that this code runs in.</summary>
    public static AskingProcess This { get; } = new(MachineName(), Environment.ProcessId, Known(StartOf, Environment.ProcessId) ?? Unknown);

    /// <summary>Whether it lives; <see langword="null"/> where that cannot be told from here.</summary>
    public bool? IsAlive => Machine == This.Machine ? IsAliveBy(StartOf) : null;

    private static string MachineName() =>
        File.Exists(NumbersOfProcesses) && new FileInfo(NumbersOfProcesses).LinkTarget is { } space ? $"{Environment.MachineName} {space}" : Environment.MachineName;

    /// <summary>Whether it lives, by how the start of a process is found: an <see cref="ArgumentException"/> where there is none of that number.</summary>
    internal bool? IsAliveBy(Func<int, long> startOf)
    {
        try
        {
            return Known(startOf, Process) is { } start && Started != Unknown ? start == Started : null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A process that may not be looked at may well live.
    private static long? Known(Func<int, long> startOf, int process)
    {
        try
        {
            return startOf(process);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or Win32Exception or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The clock's time of the start moves with the clock; Linux also tells the ticks since it was booted.
    private static long StartOf(int process)
    {
        var statistics = $"/proc/{process}/stat";
        if (File.Exists(statistics))
        {
            var text = File.ReadAllText(statistics);
            // The name in brackets may hold anything; 20 fields after it stands the start.
            return long.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[19], CultureInfo.InvariantCulture);
        }
        using var found = System.Diagnostics.Process.GetProcessById(process);
        return found.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;
    }
}
