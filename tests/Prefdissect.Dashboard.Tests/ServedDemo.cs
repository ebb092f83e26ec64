namespace Prefdissect.Dashboard.Tests;

/// <summary>The demo study behind one server, for test classes that read it.</summary>
public sealed class ServedDemo : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public Served Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Server = await Served.StartAsync(DemoStudy.Path);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
