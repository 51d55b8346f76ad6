namespace Samarkand.Core;

/// <summary>
/// The blocks of a place as one of many writers sees them, none of whom has it alone: a block is put under its name where no other stands there.
/// Who comes second finds the same bytes, or something is wrong.
/// </summary>
/// <param name="place">The place.</param>
/// <param name="study">The study that is kept in it.</param>
internal sealed class SharedBlocks(IResultPlace place, BlockStudy study)
{
    /// <summary>Why the study cannot be kept here; null where it can.</summary>
    public string? Objection()
    {
        var file = study.Kind.InputsFile;
        try
        {
            if (place.Read(file) is not { } there)
                return place.Unseen(file);
            return study.Inputs.DifferencesFrom(there) switch
            {
                null => $"{place.FullName}/{file} is not what a {study.Kind.Name} writes there; name another folder",
                "" => null,
                var differences => $"{place.FullName} holds a {study.Kind.Name} of other inputs: {differences}; give clients and workers the same version and the same worlds",
            };
        }
        catch (PlaceException refused)
        {
            return Sentence(refused);
        }
    }

    /// <summary>A refusal as a sentence with the remedy.</summary>
    public string Sentence(PlaceException refused) => $"{place.FullName} {refused.Message}; {refused.Hint}";

    /// <summary>The hash of a block that is there, whole; null where it is not.</summary>
    public byte[]? HashOf(BlockRange range) => place.HashOf(study.Kind.FileOf(range));

    /// <summary>Puts a block in its place; the result is its hash.</summary>
    /// <param name="block">The block.</param>
    /// <param name="writer">Letters and digits that no other writer has.</param>
    /// <exception cref="OtherBytesException">Another block stands there.</exception>
    /// <exception cref="IOException">The place refuses.</exception>
    public byte[] Put(Block block, string writer)
    {
        var name = study.Kind.FileOf(block.Range);
        var put = place.PutNew(name, BlockKind.PartialBy(name, writer), path => BlockFile.Write(path, study.Kind.Item, block), wantsHash: true);
        return put.IsNew || (place.HashOf(name) is { } there && there.AsSpan().SequenceEqual(put.Hash))
            ? put.Hash!
            : throw new OtherBytesException($"{place.FullName}/{name} holds other bytes than were made now for the same {study.Kind.Item}s: two workers disagree, which must not be; take out the one whose memory or build is wrong, delete the folder, and begin again");
    }
}

/// <summary>The same block was made twice, with other bytes.</summary>
/// <param name="message">Which, and what to do.</param>
internal sealed class OtherBytesException(string message) : Exception(message);
