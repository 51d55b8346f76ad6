using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Where words of a kind stand.</summary>
internal static class SceneWords
{
    /// <summary>`the coalition that froze`: a subject whom no list knows, and that is no text such as a regulation.</summary>
    public static bool IsNobody(this Scene scene, Chain chain)
    {
        var view = scene.View;
        var at = view.Before(chain.Start);
        if (at < 0 || !view[at].Is(Word.That | Word.Rel))
            return false;
        at = view.Before(at);
        return at >= 0 && View.IsPlain(view[at]) && view[at].Entry.Things == Thing.None && view[at].Entry.Goods is null && view[at].Text.ToLowerInvariant() is not ("regulation" or "decision" or "rules" or "law" or "directive" or "order" or "act" or "action" or "proposal" or "text" or "agreement" or "move" or "decree" or "announcement" or "designation");
    }

    public static int FirstWord(this Scene scene, Word word)
    {
        for (var k = 0; k < scene.View.Count; k++)
        {
            if (scene.View[k].Is(word))
                return k;
        }

        return -1;
    }
}
