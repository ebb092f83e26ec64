namespace Prefdissect.Importing;

/// <summary>What a person should know about how a file was read: columns not used, columns not understood. Each is said once.</summary>
public sealed class ImportNotes
{
    private readonly List<string> notes = [];
    private readonly HashSet<string> said = [];

    /// <summary>The notes so far, in the order they were made.</summary>
    public IReadOnlyList<string> All => notes;

    /// <summary>Says something, once.</summary>
    public void Add(string note)
    {
        if (said.Add(note)) notes.Add(note);
    }
}
