// Makes samarkand-2021.world and the tables beside it: dotnet run worlds/samarkand-2021/make.cs FOLDER_WITH_STATISTICS
#:project ../../src/Samarkand.WorldMaker/Samarkand.WorldMaker.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Runtime.CompilerServices;
using Samarkand.Core;
using Samarkand.Model.Preconditioning;
using Samarkand.WorldMaker;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

if (args.Length != 1)
{
    Console.Error.WriteLine("Give the folder with the statistics that docs/world-2021.md lists.");
    return 2;
}

try
{
    var folder = Path.GetDirectoryName(Here())!;
    var built = Samarkand2021Recipe.Build(args[0]);
    var file = Path.Combine(folder, "samarkand-2021.world");
    File.WriteAllBytes(file, BinaryWorld.Write(built.World));
    foreach (var written in new[] { file, WorldPreconditioner.WriteBeside(file) })
        Console.WriteLine($"{written}: {new FileInfo(written).Length:N0} bytes");
    foreach (var (name, text) in built.Tables)
        File.WriteAllText(Path.Combine(folder, name), text);
    return 0;
}
catch (InputException mistakes)
{
    Console.Error.WriteLine(mistakes.Message);
    return 2;
}

static string Here([CallerFilePath] string path = "") => path;
