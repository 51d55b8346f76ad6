using Samarkand.Core;

namespace Samarkand.Cluster.Stores;

/// <summary>Where files stand on this machine before they go to a store: in the system's folder for what is temporary.</summary>
internal sealed class LocalFiles
{
    private readonly string _folder = Partial.In(Path.GetTempPath());

    public LocalFiles() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Partial.Remove(_folder);

    /// <summary>Does something with a path that nothing stands at; what stands there afterwards goes.</summary>
    public T With<T>(Func<string, T> act)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        try
        {
            foreach (var left in Partial.LeftIn(Path.GetTempPath()).Where(left => left != _folder))
                Partial.Remove(left);
            Directory.CreateDirectory(_folder);
            return act(path);
        }
        catch (Exception failure) when (failure is (IOException or UnauthorizedAccessException) and not PlaceException)
        {
            throw new PlaceException($"cannot be written: on the way to it, {failure.Message.TrimEnd('.')}", "make room in the folder that TMPDIR names, or name another there");
        }
        finally
        {
            Partial.Remove(path);
        }
    }
}
