using System.Buffers.Binary;
using System.Security.Cryptography;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Servers;

/// <summary>A model in a file of llama.cpp's format, and what tells it from another one.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Name">The file's name without its ending: what a person calls the model.</param>
/// <param name="Fingerprint">
/// 12 hexadecimal digits of the SHA-256 of its length, its two ends and samples between. Stored answers belong to the model by it, so that another file of the same name is another model.
/// </param>
public sealed record GgufFile(string Path, string Name, string Fingerprint)
{
    private const int End = 1 << 20;
    private const int Sample = 1 << 16;
    private const int Samples = 256;

    /// <summary>The model's name on the server, and in the identity of its answers.</summary>
    public string Alias => $"{Name}@{Fingerprint}";

    /// <summary>Reads what is needed to know the file again: about 20 MB of a large one.</summary>
    /// <exception cref="ModelSettingsException">There is no such file, it cannot be read, or it is not in the format.</exception>
    public static GgufFile Of(string path)
    {
        if (Directory.Exists(path)) throw new ModelSettingsException($"{path} is a folder. Name the model's file in it, which ends in .gguf.");
        if (!File.Exists(path)) throw new ModelSettingsException($"{path}: there is no such file. --gguf takes a model's file in llama.cpp's format, which ends in .gguf.");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            Span<byte> magic = stackalloc byte[4];
            if (file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.SequenceEqual("GGUF"u8))
                throw new ModelSettingsException($"{path} is no GGUF file: it does not begin with the letters GGUF. Other formats are converted by llama.cpp's convert_hf_to_gguf.py.");
            return new GgufFile(System.IO.Path.GetFullPath(path), System.IO.Path.GetFileNameWithoutExtension(path), FingerprintOf(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelSettingsException($"{path} cannot be read: {error.Message}");
        }
    }

    private static string FingerprintOf(FileStream file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, file.Length);
        hash.AppendData(length);
        var buffer = new byte[End];
        Add(0, End);
        for (var i = 1; i <= Samples; i++) Add((long)((double)file.Length / (Samples + 1) * i), Sample);
        Add(Math.Max(0, file.Length - End), End);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];

        void Add(long from, int count)
        {
            file.Position = from;
            hash.AppendData(buffer, 0, file.ReadAtLeast(buffer.AsSpan(0, count), count, throwOnEndOfStream: false));
        }
    }
}
