using System.Diagnostics;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Servers;

namespace Prefdissect.Tests.Models.Servers;

public class OwnServerTests
{
    private const string Forever = "while :; do echo noise; echo more noise >&2; sleep 0.05; done";

    [Fact]
    public async Task A_server_that_dies_at_once_is_told_with_its_exit_code_and_what_it_said()
    {
        using var fake = new FakeServer("echo loading; echo 'error loading model: unknown architecture' >&2; echo bye; exit 7");
        var message = await Failure(fake.Options);
        message.ShouldContain("exit code 7");
        message.ShouldContain("unknown architecture");
        message.ShouldNotContain("bye");
        message.ShouldContain("Is the file whole");
    }

    [Fact]
    public async Task A_server_that_never_gets_ready_is_ended_when_patience_is_over()
    {
        using var fake = new FakeServer(Forever);
        var message = await Failure(fake.Options with { Patience = TimeSpan.FromSeconds(1) });
        message.ShouldContain("within 1 s");
        message.ShouldContain("noise");
        await fake.ShouldBeGone();
    }

    [Fact]
    public async Task One_that_does_not_listen_to_a_request_to_end_is_ended_all_the_same()
    {
        using var fake = new FakeServer("trap '' TERM INT HUP\n" + Forever);
        await Failure(fake.Options with { Patience = TimeSpan.FromSeconds(1) });
        await fake.ShouldBeGone();
    }

    [Fact]
    public async Task Cancelled_while_the_model_loads_nothing_is_left()
    {
        using var fake = new FakeServer(Forever);
        using var stop = new CancellationTokenSource();
        var starting = OwnServer.StartAsync(fake.Options, TimeProvider.System, stop.Token);
        await fake.UntilStarted();
        stop.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => starting);
        await fake.ShouldBeGone();
    }

    [Fact]
    public async Task A_port_that_was_taken_meanwhile_is_given_up_for_another()
    {
        using var fake = new FakeServer("echo \"couldn't bind to server socket\" >&2; exit 1");
        (await Failure(fake.Options)).ShouldContain("couldn't bind");
        fake.Processes.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_asked_for_reaches_the_server_and_a_prompt_that_does_not_fit_may_not_be_cut()
    {
        using var fake = new FakeServer("exit 1");
        var options = fake.Options with { Context = 1000, Parallel = 3, GpuLayers = 7 };
        await Failure(options);
        fake.Arguments.ShouldMatch($@"^--host 127\.0\.0\.1 --port \d+ -m .*model\.gguf -a {options.Model.Alias} -c 3000 -np 3 --no-context-shift -ngl 7$");
    }

    [Fact]
    public async Task What_is_no_program_is_told()
    {
        using var fake = new FakeServer("");
        (await Failure(fake.Options with { Executable = "/nowhere/llama-server" })).ShouldContain("Is /nowhere/llama-server the program llama-server");
    }

    [Fact]
    public void The_model_is_asked_on_this_machine_without_a_key_and_not_by_more_than_it_answers_at_once()
    {
        using var fake = new FakeServer("");
        var endpoint = OwnServer.EndpointOf(fake.Options with { Parallel = 3 });
        endpoint.Kind.ShouldBe(EndpointKind.LlamaCpp);
        endpoint.BaseUrl.IsLoopback.ShouldBeTrue();
        endpoint.Key.ShouldBe(KeySource.None);
        (endpoint.Limits.Concurrency, endpoint.Limits.IsConcurrencyChosen).ShouldBe((3, true));
        var usual = OwnServer.EndpointOf(fake.Options).Limits;
        (usual.Concurrency, usual.IsConcurrencyChosen).ShouldBe((2, false));
        endpoint.Model.ShouldStartWith("model@");
    }

    [Theory]
    [InlineData("tiny-bpe.gguf")]
    [InlineData("tiny-spm.gguf")]
    public async Task A_real_server_answers_until_it_is_disposed(string model)
    {
        var server = await OwnServer.StartAsync(RealServer.OptionsOrSkip(model), TimeProvider.System, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Endpoint.Root };
        (await client.GetStringAsync("props")).ShouldContain("\"n_ctx\":1024");
        await server.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync("health"));
    }

    [Fact]
    public async Task A_real_server_that_ends_in_the_middle_says_so()
    {
        await using var server = await OwnServer.StartAsync(RealServer.OptionsOrSkip("tiny-bpe.gguf"), TimeProvider.System, TestContext.Current.CancellationToken);
        var failure = new TaskCompletionSource<string>();
        server.Failed += failure.SetResult;
        foreach (var process in Process.GetProcessesByName("llama-server").Where(process => CommandOf(process).Contains($"\0{server.Endpoint.BaseUrl.Port}\0", StringComparison.Ordinal))) process.Kill();
        (await failure.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldContain("ended by itself with exit code 137");
    }

    private static string CommandOf(Process process)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Whose server it is, is read from /proc.");
        return File.ReadAllText($"/proc/{process.Id}/cmdline");
    }

    private static async Task<string> Failure(OwnServerOptions options) =>
        (await Should.ThrowAsync<ModelUnavailableException>(() => OwnServer.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken))).Message;
}
