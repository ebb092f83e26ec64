namespace Prefdissect.Dashboard.Tests;

/// <summary>Test classes that share one browser and one server of the demo; they run one after the other, which two cores need anyway.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<ServedDemo>
{
    /// <summary>Its name.</summary>
    public const string Name = "browser";
}
