namespace Prefdissect.Models.Servers;

/// <summary>Which model a <c>llama-server</c> of our own serves, and how.</summary>
/// <param name="Model">The model.</param>
/// <param name="Executable">Path of the program <c>llama-server</c>.</param>
public sealed record OwnServerOptions(GgufFile Model, string Executable)
{
    /// <summary>Requests that are answered at once where nobody says how many.</summary>
    public const int UsualParallel = 2;

    /// <summary>Tokens that one request may take, prompt and answer together.</summary>
    public int Context { get; init; } = 8192;

    /// <summary>Requests that are answered at once, where somebody says how many; each has <see cref="Context"/> tokens of its own.</summary>
    public int? Parallel { get; init; }

    /// <summary>Requests that are answered at once.</summary>
    public int Slots => Parallel ?? UsualParallel;

    /// <summary>Layers of the model that go onto the GPU; <see langword="null"/> leaves it to llama.cpp.</summary>
    public int? GpuLayers { get; init; }

    /// <summary>The port that is tried first; <see langword="null"/> for any free one.</summary>
    public int? Port { get; init; }

    /// <summary>How long it may take until the model is loaded: a large one comes from a slow disk in minutes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);
}
