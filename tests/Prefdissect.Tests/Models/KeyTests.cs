using System.Text.Json;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;
using Prefdissect.Scripted;

namespace Prefdissect.Tests.Models;

public class KeyTests
{
    private const string Secret = "sk-test-secret-0123456789abcdef";

    [Fact]
    public async Task A_key_is_sent_and_shown_nowhere()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Key = Secret });
        using var right = Asked.Client(Asked.Model(server), key: Asked.Key(Secret));
        (await right.SendAsync(Asked.Question(1), StructuredOutput.None, TestContext.Current.CancellationToken)).HasAnswer.ShouldBeTrue();

        server.Options = new ScriptedOptions { Key = "another" };
        var outcome = await right.SendAsync(Asked.Question(1), StructuredOutput.None, TestContext.Current.CancellationToken);
        outcome.Failure!.Reason.ShouldBe(FailureReason.Unauthorized);
        outcome.Failure.StopsWork.ShouldBeTrue();
        var said = outcome + ModelUnavailableException.Of(right.Model, outcome.Failure).ToString();
        said.ShouldNotContain(Secret);
        said.ShouldNotContain(Secret[8..20]);
        said.ShouldContain("***");
    }

    [Fact]
    public void A_key_is_no_text()
    {
        var key = Asked.Key(Secret + "\n");
        $"{key}".ShouldBe("***");
        JsonSerializer.Serialize(key).ShouldNotContain("secret");
        key.Redact($"bad key {Secret.ToUpperInvariant()} and sk-test-secr*****cdef").ShouldNotContain("secr*", Case.Insensitive);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a\nb")]
    [InlineData("kéy")]
    public void What_cannot_be_a_key_is_refused_without_showing_it(string text) =>
        Should.Throw<ModelSettingsException>(() => Asked.Key(text)).Message.ShouldNotContain(text);

    [Fact]
    public void A_key_comes_from_a_file_too()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Secret + "\n");
            KeySource.FromFile(file).Read(_ => null).ShouldNotBeNull();
            File.Delete(file);
            Should.Throw<ModelSettingsException>(() => KeySource.FromFile(file).Read(_ => null)).Message.ShouldContain(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("https://host/v1?api-key=secret")]
    [InlineData("https://host/v1?api-version=2024-10-21&api-key=secret")]
    [InlineData("https://host/v1?secret")]
    [InlineData("https://host/v1#secret")]
    [InlineData("host/v1?api-key=secret")]
    public void An_address_with_more_behind_it_is_refused_and_not_repeated(string address)
    {
        var message = Should.Throw<ModelSettingsException>(() => Endpoint.Of("m", address)).Message;
        message.ShouldContain("host/v1");
        message.ShouldNotContain("secret");
    }

    [Fact]
    public void The_version_behind_an_address_is_no_part_of_the_address()
    {
        var endpoint = Endpoint.Of("m", "https://host.openai.azure.com/openai/deployments/d?api-version=2024-10-21");
        (endpoint.BaseUrl.AbsoluteUri, endpoint.ApiVersion).ShouldBe(("https://host.openai.azure.com/openai/deployments/d", "2024-10-21"));
        var file = ModelsFile.Parse("models: { a: { base-url: 'https://host/d?api-version=1' } }", "prefdissect.yaml");
        file.Find("a").Endpoint.ApiVersion.ShouldBe("1");
        var elsewhere = file.Find("a", "https://other/d?api-version=2").Endpoint;
        (elsewhere.BaseUrl.AbsoluteUri, elsewhere.ApiVersion).ShouldBe(("https://other/d", "2"));
    }

    [Fact]
    public void A_missing_key_is_an_error_only_where_it_is_needed()
    {
        Should.Throw<ModelSettingsException>(() => Endpoint.Of("gpt-4o").Key.Read(_ => null)).Message.ShouldContain("OPENAI_API_KEY");
        Endpoint.Of("m", "http://localhost:8000/v1").Key.Read(_ => null).ShouldBeNull();
    }
}
