using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Prefdissect.Bayes.Tests;

/// <summary>Everything that a user of the library can call, and what may come out of it.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Every public constructor, method and property that computes: not what the compiler writes for a record, not the setters of options, and not the
    /// constructors of <see cref="Carriers"/>.
    /// </summary>
    public static IEnumerable<MethodBase> Members => Assembly.Load("Prefdissect.Bayes").GetExportedTypes()
        .Where(type => !type.IsEnum && !type.IsSubclassOf(typeof(Delegate)))
        .SelectMany(type => type.GetMembers(Declared)).OfType<MethodBase>()
        .Where(member => member is ConstructorInfo ? !Carriers.Contains(member.DeclaringType!.Name) : !IsWrittenByCompiler(member))
        .OrderBy(NameOf, StringComparer.Ordinal);

    /// <summary>Records that hold what they are given and compute nothing from it: a user who puts a NaN into one finds it there.</summary>
    public static IReadOnlySet<string> Carriers { get; } = new HashSet<string>
    {
        "TransitionInfo", "ChainAdaptation", "SamplingProgress", "NutsOptions", "LeftOut",
        "CredibleInterval", "Moments", "ParameterSummary", "PosteriorHealth", "PosteriorSummary", "LeaveOneOut",
    };

    /// <summary>Type, method and types of the parameters, such as <c>Quantile.OfSorted(ReadOnlySpan&lt;Double&gt;, Double)</c>.</summary>
    public static string NameOf(MethodBase member) =>
        $"{member.DeclaringType!.Name}.{member.Name.TrimStart('.')}({string.Join(", ", member.GetParameters().Select(parameter => NameOf(parameter.ParameterType)))})";

    public static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;

    /// <summary>Walks every public property of a result and of the results in it: each number is finite, or null.</summary>
    public static void ShouldHoldNoNaN(object? value, string path = "result")
    {
        switch (value)
        {
            case null or string or bool:
                return;
            case double number:
                double.IsFinite(number).ShouldBeTrue($"{path} is {number}");
                return;
            case ITuple parts:
                for (var part = 0; part < parts.Length; part++)
                    ShouldHoldNoNaN(parts[part], $"{path}.{part}");
                return;
            case IEnumerable many:
                var index = 0;
                foreach (var item in many)
                    ShouldHoldNoNaN(item, $"{path}[{index++}]");
                return;
        }
        if (value.GetType().Namespace?.StartsWith("Prefdissect", StringComparison.Ordinal) != true)
            return;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
                ShouldHoldNoNaN(property.GetValue(value), $"{path}.{property.Name}");
    }

    private static bool IsWrittenByCompiler(MethodBase member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.Name.StartsWith("get_", StringComparison.Ordinal)
        || member.Name is "Equals" or "GetHashCode" or "Deconstruct"
        || member.Name.StartsWith("set_", StringComparison.Ordinal) || member.Name.StartsWith("op_", StringComparison.Ordinal);
}
