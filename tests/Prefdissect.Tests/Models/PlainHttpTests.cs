using Prefdissect.Models.Endpoints;

namespace Prefdissect.Tests.Models;

/// <summary>Where a key may travel.</summary>
public class PlainHttpTests
{
    private static string? Environment(string name) => "sk-secret-0123456789";

    [Theory]
    [InlineData("https://far.example/v1")]
    [InlineData("http://localhost:8000/v1")]
    [InlineData("http://127.0.0.1:8000/v1")]
    [InlineData("http://[::1]:8000/v1")]
    public void A_key_is_sent_encrypted_or_to_this_machine_without_a_word(string address)
    {
        var key = Endpoint.Of("m", address).ReadKey(Environment);
        (key.Key is not null, key.Notice).ShouldBe((true, null));
    }

    [Fact]
    public void A_key_that_is_not_needed_is_left_out_on_the_way_to_another_machine()
    {
        var key = Endpoint.Of("m", "http://10.0.0.7:8000/v1").ReadKey(Environment);
        key.Key.ShouldBeNull();
        key.Notice!.ShouldContain("It is not sent");
    }

    [Fact]
    public void A_key_that_is_needed_is_refused_there_unless_its_owner_allows_it()
    {
        var endpoint = Endpoint.Of("m", "http://10.0.0.7:8000/v1") with { Key = KeySource.FromEnvironment("MY_KEY", isNeeded: true) };
        var error = Should.Throw<ModelSettingsException>(() => endpoint.ReadKey(Environment)).Message;
        error.ShouldContain("http://10.0.0.7:8000 is another machine");
        error.ShouldNotContain("secret");
        var allowed = (endpoint with { AllowsPlainHttp = true }).ReadKey(Environment);
        (allowed.Key is not null, allowed.Notice!.Contains("It is sent", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public void The_settings_allow_it_by_one_word() => Should
        .Throw<ModelSettingsException>(() => ModelsFile.Parse("models:\n  a: { base-url: http://x/v1, plain-http: maybe }", "my.yaml")).Message.ShouldContain("plain-http: it is 'maybe'");
}
