using System.Collections;
using System.Reflection;

namespace Prefdissect.Bayes.Tests;

internal static class PublicSurface
{
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
}
