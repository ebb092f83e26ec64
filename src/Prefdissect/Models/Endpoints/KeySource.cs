namespace Prefdissect.Models.Endpoints;

/// <summary>Where an endpoint's key comes from: an environment variable, a file, or nowhere. It never holds the key itself.</summary>
public sealed record KeySource
{
    private KeySource(string? variable, string? file, bool isNeeded)
    {
        Variable = variable;
        File = file;
        IsNeeded = isNeeded;
    }

    /// <summary>No key is sent.</summary>
    public static KeySource None { get; } = new(null, null, false);

    /// <summary>Name of the environment variable, or <see langword="null"/>.</summary>
    public string? Variable { get; }

    /// <summary>Path of the file, or <see langword="null"/>.</summary>
    public string? File { get; }

    /// <summary>Whether its absence is an error.</summary>
    public bool IsNeeded { get; }

    /// <summary>The key stands in an environment variable.</summary>
    public static KeySource FromEnvironment(string variable, bool isNeeded) => new(variable, null, isNeeded);

    /// <summary>The key is the content of a file.</summary>
    public static KeySource FromFile(string file) => new(null, file, true);

    /// <summary>Reads the key.</summary>
    /// <param name="environment">Gives the value of an environment variable, or <see langword="null"/>.</param>
    /// <returns>The key, or <see langword="null"/> where there is none and none is needed.</returns>
    /// <exception cref="ModelSettingsException">A needed key is missing, or what is there cannot be a key. The message does not show it.</exception>
    public ApiKey? Read(Func<string, string?> environment)
    {
        if (File is not null) return ApiKey.Of(ReadFile(File), $"the file {File}");
        if (Variable is null) return null;
        var value = environment(Variable);
        if (!string.IsNullOrWhiteSpace(value)) return ApiKey.Of(value, $"the environment variable {Variable}");
        if (!IsNeeded) return null;
        throw new ModelSettingsException($"The endpoint needs a key, and the environment variable {Variable} is not set. Set it, or name another with api-key-env or a file with api-key-file in prefdissect.yaml.");
    }

    private static string ReadFile(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > ApiKey.MostLength }) throw new ModelSettingsException($"{file}: the key file is longer than {ApiKey.MostLength} bytes. It must hold the key and nothing else.");
            return System.IO.File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelSettingsException($"{file}: the key file cannot be read ({error.GetType().Name}). Does it exist, and may you read it?");
        }
    }
}
