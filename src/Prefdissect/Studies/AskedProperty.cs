namespace Prefdissect.Studies;

/// <summary>A property as a step was asked about it.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Definition">Version of what the annotator was told about it; empty where the question tells nothing about it.</param>
public sealed record AskedProperty(string Name, string Definition)
{
    private const char Aside = '-';

    /// <summary>Whether its ratings were put aside, because the definition changed. The answers are kept.</summary>
    public bool IsAside => Definition.StartsWith(Aside);

    /// <summary>As it was asked, whether or not it was put aside since.</summary>
    public AskedProperty AsAsked => IsAside ? this with { Definition = Definition[1..] } : this;

    /// <summary>The same, put aside.</summary>
    public AskedProperty PutAside() => IsAside ? this : this with { Definition = Aside + Definition };
}
