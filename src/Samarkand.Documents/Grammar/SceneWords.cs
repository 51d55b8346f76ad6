using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Where words of a kind stand.</summary>
internal static class SceneWords
{
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
