using BenchmarkDotNet.Running;
using Prefdissect.Benchmarks.Annotating;

// `levels` prints what the surface annotator makes of real responses; everything else goes to BenchmarkDotNet.
if (args is ["levels", ..])
    SurfaceLevels.Print(Console.Out, RealResponses.Read(args.ElementAtOrDefault(1)));
else
    BenchmarkSwitcher.FromAssembly(typeof(RealResponses).Assembly).Run(args);
