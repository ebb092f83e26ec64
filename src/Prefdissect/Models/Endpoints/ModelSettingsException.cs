namespace Prefdissect.Models.Endpoints;

/// <summary>Settings of a model that cannot be used; the message names file, line and field, what was found and what to try next. It never holds a key.</summary>
public sealed class ModelSettingsException : Exception
{
    /// <summary>A failure with a message for the user.</summary>
    public ModelSettingsException(string message) : base(message) { }
}
