namespace Prefdissect.Dashboard.Jobs;

/// <summary>Where a person can go from a job that is done.</summary>
/// <param name="Title">What a person reads.</param>
/// <param name="Address">An address on this server.</param>
/// <param name="IsDownload">Whether it is a file to be kept rather than a page.</param>
public sealed record JobLink(string Title, string Address, bool IsDownload = false);
