namespace Prefdissect.Studies;

/// <summary>A name as it is typed into a shell, for commands that are proposed to a person.</summary>
public static class ShellWord
{
    private const string Plain = "_-./:=@%+,~";

    /// <summary>The name, in quotation marks where the shell would take it apart.</summary>
    public static string Of(string name)
    {
        if (name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || Plain.Contains(letter) || (letter == '\\' && OperatingSystem.IsWindows()))) return name;
        return OperatingSystem.IsWindows() ? $"\"{name}\"" : $"'{name.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
