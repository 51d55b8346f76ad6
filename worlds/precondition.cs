// Makes the preconditioner that ships beside a world's file, as the world's own recipe does: dotnet run worlds/precondition.cs samarkand-2021
#:project ../src/Samarkand/Samarkand.csproj
#:property PublishAot=false
#:property AssemblyName=Samarkand.Scripts
using System.Runtime.CompilerServices;
using Samarkand.Model.Preconditioning;

foreach (var name in args)
{
    var world = Path.Combine(Path.GetDirectoryName(Here())!, name, $"{name}.world");
    if (!File.Exists(world))
    {
        Console.Error.WriteLine($"{world}: there is no such file; give the name of a folder beside this script, such as samarkand-2021");
        return 2;
    }

    var written = WorldPreconditioner.WriteBeside(world);
    Console.WriteLine($"{written}: {new FileInfo(written).Length:N0} bytes");
}

return 0;

static string Here([CallerFilePath] string path = "") => path;
