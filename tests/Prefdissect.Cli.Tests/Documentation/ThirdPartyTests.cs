using System.Xml.Linq;

namespace Prefdissect.Cli.Tests.Documentation;

public class ThirdPartyTests
{
    [Fact]
    public void Every_package_is_listed_with_its_version_and_a_licence()
    {
        var rows = Repository.Read("THIRD-PARTY.md").Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (Name: cells[1][1..cells[1].IndexOf(']')], Version: cells[2], HasLicence: cells[3].Length > 2)).ToList();
        rows.ShouldAllBe(row => row.HasLicence);
        rows.Select(row => (row.Name, row.Version)).ShouldBe(
            XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => (package.Attribute("Include")!.Value, package.Attribute("Version")!.Value)),
            ignoreOrder: true);
    }
}
