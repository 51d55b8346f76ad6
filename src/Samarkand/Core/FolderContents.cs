using System.Collections.Immutable;

namespace Samarkand.Core;

/// <summary>What stands in a folder, by path below it with <c>/</c> between its parts.</summary>
/// <param name="Own">Files that a manifest of Samarkand's lists and whose hashes hold, and that manifest.</param>
/// <param name="Changed">Files that a manifest lists, with other hashes.</param>
/// <param name="Foreign">Everything else; folders end with <c>/</c>.</param>
/// <param name="LeftOver">What processes that were killed have left, as full paths.</param>
internal sealed record FolderContents(ImmutableArray<string> Own, ImmutableArray<string> Changed, ImmutableArray<string> Foreign, ImmutableArray<string> LeftOver)
{
    private const int MostShown = 10;

    /// <summary>True where nothing is lost when all of it is replaced.</summary>
    public bool IsReplaceable => Changed.IsEmpty && Foreign.IsEmpty;

    /// <summary>What may not be replaced, in words.</summary>
    public string Others
    {
        get
        {
            var all = Foreign.Concat(Changed.Select(name => $"{name} (changed since)")).Order(StringComparer.Ordinal).ToArray();
            var shown = string.Join(", ", all.Take(MostShown));
            return all.Length > MostShown ? FormattableString.Invariant($"{shown} and {all.Length - MostShown} more") : shown;
        }
    }

    /// <summary>Looks into a folder, which may be absent.</summary>
    /// <param name="folder">Its full path.</param>
    /// <param name="blocks">The blocks that belong there, and are left out; or null.</param>
    /// <param name="staged">The full path of files that are being gathered, and are left out; or null.</param>
    public static FolderContents Of(string folder, BlockKind? blocks, string? staged) =>
        Directory.Exists(folder) ? new Walk(folder, blocks, staged).Contents() : new FolderContents([], [], [], []);

    private sealed class Walk
    {
        private readonly DirectoryInfo _folder;
        private readonly BlockKind? _blocks;
        private readonly HashSet<string> _skipped;
        private readonly string[] _leftOver;
        private readonly bool _hasManifest;
        private readonly ILookup<string, string> _listed;
        private readonly HashSet<string> _listedFolders = [];
        private readonly List<string> _own = [], _changed = [], _foreign = [];

        public Walk(string folder, BlockKind? blocks, string? staged)
        {
            (_folder, _blocks) = (new DirectoryInfo(folder), blocks);
            _leftOver = [.. Partial.LeftIn(folder).Where(left => left != staged)];
            _skipped = [.. _leftOver];
            if (staged is not null)
                _skipped.Add(staged);
            var own = FolderManifest.Read(folder);
            _hasManifest = own is not null;
            // A process that was killed while it moved its files has left the manifest that lists them.
            _listed = _leftOver.Select(FolderManifest.Read).Prepend(own).SelectMany(files => files ?? []).ToLookup(file => file.Name, file => file.Sha256);
            foreach (var name in _listed.Select(files => files.Key))
            {
                for (var end = name.IndexOf('/'); end > 0; end = name.IndexOf('/', end + 1))
                    _listedFolders.Add(name[..end]);
            }
        }

        public FolderContents Contents()
        {
            Look(_folder, "");
            return new FolderContents([.. _own], [.. _changed], [.. _foreign], [.. _leftOver]);
        }

        private void Look(DirectoryInfo folder, string before)
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                var name = before + entry.Name;
                if (_skipped.Contains(entry.FullName))
                    continue;
                if (entry.LinkTarget is null && entry is DirectoryInfo below)
                    LookBelow(below, name);
                else if (_blocks?.Holds(name) != true)
                    Kind(entry, name).Add(name);
            }
        }

        private void LookBelow(DirectoryInfo folder, string name)
        {
            if (_listedFolders.Contains(name) || (_blocks is not null && name == BlockKind.Folder))
                Look(folder, name + '/');
            else
                _foreign.Add(name + '/');
        }

        // Samarkand writes no links.
        private List<string> Kind(FileSystemInfo file, string name)
        {
            if (file.LinkTarget is not null)
                return _foreign;
            if (name == FolderManifest.Name)
                return _hasManifest ? _own : _foreign;
            if (!_listed.Contains(name))
                return _foreign;
            return _listed[name].Contains(FolderManifest.Hash(file.FullName)) ? _own : _changed;
        }
    }
}
