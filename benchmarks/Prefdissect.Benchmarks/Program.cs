using BenchmarkDotNet.Running;
using Prefdissect.Benchmarks.Annotating;
using Prefdissect.Benchmarks.Bayes;

// `levels` prints what the surface annotator makes of real responses, `posterior` effective draws a second; everything else goes to BenchmarkDotNet.
if (args is ["levels", ..])
    SurfaceLevels.Print(Console.Out, RealResponses.Read(args.ElementAtOrDefault(1)));
else if (args is ["posterior"])
    PosteriorTable.Print(Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(RealResponses).Assembly).Run(args);
