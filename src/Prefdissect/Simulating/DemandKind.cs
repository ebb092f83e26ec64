namespace Prefdissect.Simulating;

/// <summary>Kinds of explicit constraints; each can be met to the degrees 0–3.</summary>
internal enum DemandKind
{
    /// <summary>Mention three words: met to the degree of the number that occurs.</summary>
    Keywords,

    /// <summary>Begin with a word: 3 at the very beginning, 2 near it, 1 near the end.</summary>
    Opening,

    /// <summary>End with a line: 3 at the very end, 2 near it, 1 near the beginning.</summary>
    Closing,

    /// <summary>Address the user by a title three times: met to the degree of the number of times.</summary>
    Address,
}
