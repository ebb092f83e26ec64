namespace Prefdissect.Studies;

/// <summary>A study file that cannot be used as asked; the message names the file, what was found and what to try next.</summary>
public sealed class StudyException : Exception
{
    /// <summary>A failure with a message for the user.</summary>
    public StudyException(string message) : base(message) { }

    /// <summary>A failure with a message for the user and its cause.</summary>
    public StudyException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Whether the file or its name is at fault; else the machine is: its disk, its memory, another program.</summary>
    public bool IsFileAtFault { get; init; } = true;
}
