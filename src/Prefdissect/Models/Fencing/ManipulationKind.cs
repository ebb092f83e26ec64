namespace Prefdissect.Models.Fencing;

/// <summary>How a text tries to get more than its due.</summary>
public enum ManipulationKind
{
    /// <summary>It imitates the end of what it is enclosed in, or the marks of a chat's template, to speak as somebody else.</summary>
    LeavesFence,

    /// <summary>It gives whoever judges an instruction, or asks to have instructions disregarded.</summary>
    AddressesJudge,

    /// <summary>It hands down a verdict or a rating on itself in words.</summary>
    HandsDownVerdict,

    /// <summary>It holds JSON that reads like the answer a judge would give.</summary>
    ImitatesAnswer,

    /// <summary>It holds characters that a reader does not see and a model reads.</summary>
    InvisibleText,
}
