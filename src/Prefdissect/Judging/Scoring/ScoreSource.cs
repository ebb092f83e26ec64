namespace Prefdissect.Judging.Scoring;

/// <summary>Where the score of a response comes from.</summary>
public enum ScoreSource
{
    /// <summary>A reward model behind vLLM's <c>/pooling</c>. Trained as Bradley and Terry's model, the difference of two scores is the log-odds of the preference.</summary>
    Reward,

    /// <summary>A chat, asked for a number from 0 to 10; a difference of such numbers is no log-odds.</summary>
    Chat,
}
