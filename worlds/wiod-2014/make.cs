// Makes wiod-2014.world from the inputs of the published model: dotnet run worlds/wiod-2014/make.cs FOLDER_WITH_STATISTICS
#:project ../../src/Samarkand.WorldMaker/Samarkand.WorldMaker.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Runtime.CompilerServices;
using Samarkand.Core;
using Samarkand.Model.Preconditioning;
using Samarkand.WorldMaker;
using Samarkand.Worlds.Binary;

if (args.Length != 1)
{
    Console.Error.WriteLine("Give the folder with the statistics that docs/world-2014.md names.");
    return 2;
}

try
{
    var file = Path.Combine(Path.GetDirectoryName(Here())!, "wiod-2014.world");
    File.WriteAllBytes(file, BinaryWorld.Write(Wiod2014Recipe.Build(args[0])));
    foreach (var written in new[] { file, WorldPreconditioner.WriteBeside(file) })
        Console.WriteLine($"{written}: {new FileInfo(written).Length:N0} bytes");
    return 0;
}
catch (InputException mistakes)
{
    Console.Error.WriteLine(mistakes.Message);
    return 2;
}

static string Here([CallerFilePath] string path = "") => path;
