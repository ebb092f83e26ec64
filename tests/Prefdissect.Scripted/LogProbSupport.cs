namespace Prefdissect.Scripted;

/// <summary>What a server gives of log-probabilities.</summary>
public enum LogProbSupport
{
    /// <summary>None, without a word.</summary>
    None,

    /// <summary>The likeliest few; asking for more than 20 is refused.</summary>
    Top20,

    /// <summary>As many as there are tokens.</summary>
    Whole,
}
