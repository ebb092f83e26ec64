namespace Prefdissect.Annotating.Answers;

/// <summary>Why an answer cannot be used, in the words by which failures are counted.</summary>
public static class AnswerFault
{
    /// <summary>There is no text.</summary>
    public const string Empty = "empty answer";

    /// <summary>The text is longer than any answer.</summary>
    public const string TooLong = "answer too long";

    /// <summary>The model declined.</summary>
    public const string Refused = "refused by the model";

    /// <summary>There is no JSON object in it.</summary>
    public const string NoJson = "no JSON in the answer";

    /// <summary>A JSON object begins and does not end.</summary>
    public const string CutOff = "answer cut off";

    /// <summary>What looks like a JSON object cannot be read.</summary>
    public const string Broken = "broken JSON";

    /// <summary>Several objects answer the question, differently.</summary>
    public const string Contradictory = "several different answers";

    /// <summary>A field stands there twice, with different values.</summary>
    public const string Duplicated = "field answered twice";

    /// <summary>A field is missing.</summary>
    public const string Missing = "field missing";

    /// <summary>A value is none of those that were asked for.</summary>
    public const string WrongValue = "value not allowed";
}
