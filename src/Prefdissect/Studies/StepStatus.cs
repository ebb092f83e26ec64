namespace Prefdissect.Studies;

/// <summary>How far one step of a pair is. A step of which nothing is kept is missing.</summary>
public enum StepStatus
{
    /// <summary>It was answered, or there was nothing to ask.</summary>
    Done = 1,

    /// <summary>It failed, or waits for another step.</summary>
    Failed = 2,
}
