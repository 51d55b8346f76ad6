using System.Text;

namespace Samarkand.Cases;

/// <summary>Texts that are part of the library.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads a text by its logical name, <c>cases/template.yaml</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
