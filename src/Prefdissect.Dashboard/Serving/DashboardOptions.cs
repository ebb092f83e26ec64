namespace Prefdissect.Dashboard.Serving;

/// <summary>What a dashboard serves and where.</summary>
public sealed record DashboardOptions
{
    /// <summary>The port on the loopback address where none is named.</summary>
    public const int UsualPort = 5320;

    /// <summary>Above so many pairs of a study no page reads all its votes or ratings, which would take seconds and more memory than a person has to spare.</summary>
    public const int UsualMostPairsRead = 50_000;

    /// <summary>Study files.</summary>
    public IReadOnlyList<string> Studies { get; init; } = [];

    /// <summary>Port on the loopback address; 0 for a free one.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>Whether the first pages are asked for as soon as the server has started, so that a person does not wait for them.</summary>
    public bool LooksFirst { get; init; }

    /// <summary>Pairs up to which a page may read a whole study.</summary>
    public int MostPairsRead { get; init; } = UsualMostPairsRead;

    /// <summary>Folder for studies that are made in the dashboard.</summary>
    public string Folder { get; init; } = "prefdissect-studies";

    /// <summary>Most bytes that one upload may have.</summary>
    public long MostUploadBytes { get; init; } = 256L * 1024 * 1024;
}
