// Makes wiod-2011.world from the wide WIOD tables: dotnet run worlds/wiod-2011/make.cs FOLDER_WITH_TABLES
#:project ../../src/Samarkand.Import/Samarkand.Import.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Runtime.CompilerServices;
using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Model.Preconditioning;
using Samarkand.Worlds.Binary;

if (args.Length != 1)
{
    Console.Error.WriteLine("Give the folder with wiod2011_inter_wide.csv.gz and wiod2011_final_wide.csv.gz.");
    return 2;
}

try
{
    var file = Path.Combine(Path.GetDirectoryName(Here())!, "wiod-2011.world");
    File.WriteAllBytes(file, BinaryWorld.Write(WiodImport.Read(args[0])));
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
