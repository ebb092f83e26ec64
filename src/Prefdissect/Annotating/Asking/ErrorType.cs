namespace Prefdissect.Annotating.Asking;

/// <summary>What kind of error a response makes (paper, §3.2).</summary>
public enum ErrorType
{
    /// <summary>It states what is not so.</summary>
    Factual,

    /// <summary>It contradicts what the query says.</summary>
    ContradictsQuery,

    /// <summary>It reckons or derives wrongly.</summary>
    Math,

    /// <summary>Its code is wrong.</summary>
    Code,
}
