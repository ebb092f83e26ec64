using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Prefdissect.Dashboard.Adding;
using Prefdissect.Dashboard.Bias;
using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Contrast;
using Prefdissect.Dashboard.Dissection;
using Prefdissect.Dashboard.Jobs;
using Prefdissect.Dashboard.Layout;
using Prefdissect.Dashboard.Overview;
using Prefdissect.Dashboard.Samples;
using Prefdissect.Dashboard.Similarity;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dashboard.Voting;
using Prefdissect.Dashboard.WhatIf;

namespace Prefdissect.Dashboard.Serving;

/// <summary>The dashboard as a web server on the loopback address.</summary>
public static class DashboardServer
{
    private const int AnsweringThreads = 8;

    /// <summary>A server that is ready to be started.</summary>
    /// <exception cref="Studies.StudyException">A study is missing or none.</exception>
    public static WebApplication Build(DashboardOptions options, TimeProvider time)
    {
        // Work beside the requests fills as many threads of the pool as there are processors; those that answer come on top, at once and not one after another.
        ThreadPool.SetMinThreads(Environment.ProcessorCount + AnsweringThreads, Environment.ProcessorCount + AnsweringThreads);
        // An empty builder reads no settings of the environment or of files: what is served and where is told by the options alone.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(DashboardServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            // That a port is taken is said in a sentence.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddSimpleConsole().Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        Register(builder.Services, options, time);
        var app = builder.Build();
        app.Use(next => context => RequestGuard.Invoke(context, next));
        app.UseExceptionHandler("/problem", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(next => context => AnsweredAgain.Invoke(context, next));
        app.Use(next => context => UploadLimit.Invoke(context, next));
        app.UseRouting();
        app.UseAntiforgery();
        EmbeddedAssets.Map(app);
        ThemeChoice.Map(app);
        FigureExport.Map(app);
        JobEndpoints.Map(app);
        AddEndpoints.Map(app);
        VoteEndpoints.Map(app);
        app.MapRazorComponents<App>();
        if (options.LooksFirst) app.Lifetime.ApplicationStarted.Register(() => _ = FirstLook.TakeAsync(app, app.Lifetime.ApplicationStopping));
        return app;
    }

    private static void Register(IServiceCollection services, DashboardOptions options, TimeProvider time)
    {
        services.AddRouting();
        services.AddLogging();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "prefdissect-form");
        // Keys live as long as the server: nothing is written to the user's folders.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = options.MostUploadBytes + UploadLimit.Slack;
            form.ValueLengthLimit = 64 * 1024 * 1024;
        });
        services.AddHttpContextAccessor();
        services.AddSingleton(options);
        services.AddSingleton(time);
        services.AddSingleton<KeptResults>();
        services.AddSingleton(new SourceList(options.Studies, options.Folder));
        services.AddSingleton<JobList>();
        services.AddSingleton<UploadShelf>();
        services.AddSingleton<VotingRoom>();
        services.AddScoped<PageDrawingsOfRequest>();
        services.AddSingleton<IFigurePage, OverviewFigures>();
        services.AddSingleton<IFigurePage, DissectionFigures>();
        services.AddSingleton<IFigurePage, PairFigures>();
        services.AddSingleton<IFigurePage, SimilarityFigures>();
        services.AddSingleton<IFigurePage, ContrastFigures>();
        services.AddSingleton<IFigurePage, BiasFigures>();
        services.AddSingleton<BiasMeasuring>();
        services.AddSingleton<IFigurePage, WhatIfFigures>();
    }
}
