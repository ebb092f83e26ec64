using System.Security.Cryptography;
using Prefdissect.Dashboard.Jobs;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Adding;

/// <summary>The files that were sent to this server, in a temporary folder that goes with it. Only the last few are kept.</summary>
public sealed class UploadShelf : IDisposable
{
    private const int Most = 4;

    // The name of a file tells something in two cases only, and no other part of it is used.
    private static readonly string[] KnownEndings = [".gz", ".xlsx", ".ods"];

    private readonly Lock gate = new();
    private readonly List<Upload> uploads = [];
    private string? folder;

    /// <summary>Writes a file.</summary>
    /// <param name="target">Key of the study that it is for; <see langword="null"/> for a new one.</param>
    /// <param name="name">What the browser says it is called; hostile.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<Upload> KeepAsync(string? target, string name, Stream content, CancellationToken cancellation)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        var ending = KnownEndings.FirstOrDefault(known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase)) ?? "";
        var upload = new Upload(id, target, PlainText.Name(name.Split('/', '\\')[^1]), Path.Combine(Folder(), $"upload-{id}{ending}"));
        try
        {
            await using var file = new FileStream(upload.Path, FileMode.CreateNew, FileAccess.Write);
            await content.CopyToAsync(file, cancellation);
        }
        catch
        {
            File.Delete(upload.Path);
            throw;
        }
        lock (gate) uploads.Add(upload);
        MakeRoom();
        return upload;
    }

    /// <summary>The upload of a name that is for a study; <see langword="null"/> where there is none, or no longer. Votes that were sent to a study can make a new one too.</summary>
    public Upload? Find(string? id, string? target)
    {
        lock (gate) return uploads.Find(upload => upload.Id == id && (upload.Target == target || (target is null && upload.Found?.Kind == UploadKind.Votes)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (folder is not null && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private string Folder()
    {
        lock (gate) return folder ??= Directory.CreateTempSubdirectory("prefdissect-uploads-").FullName;
    }

    private void MakeRoom()
    {
        lock (gate)
        {
            while (uploads.Count > Most && uploads.Find(upload => upload.Work?.State != JobState.Running) is { } oldest)
            {
                uploads.Remove(oldest);
                File.Delete(oldest.Path);
            }
        }
    }
}
