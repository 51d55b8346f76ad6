using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>Lists under a sentence such as `The Council decided to:` or `The package will include:`, and items that have no verb of their own.</summary>
internal static class ListRules
{
    private const Thing Measures = BanObjects.Nouns | Thing.Sanctions | Thing.Tariff | Thing.Freeze | Thing.Seizure | Thing.PriceCap | Thing.Mfn;

    private const int Beginning = 5;

    /// <summary>`A ban on exports of luxury goods.`, `Banning imports of vodka.`: a measure without a clause.</summary>
    public static bool IsFragment(View view) =>
        !view.IsClause() && ((view[0].Is(Form.Ing) && view[0].Is(Deed.Restrict | Deed.Remove | Deed.Lift | Deed.Light | Deed.Freeze | Deed.Seize)) || Enumerable.Range(0, Math.Min(Beginning, view.Count)).Any(k => view[k].Is(Measures)));

    /// <summary>Keeps in mind how far what a sentence with a colon introduces has come.</summary>
    public static void Lead(Scene scene)
    {
        var (view, discourse) = (scene.View, scene.Discourse);
        if (view[view.Count - 1].Sign == ':')
            discourse.ListMood = Said(view);
        else if (!scene.IsList)
            discourse.ListMood = Mood.Plain;
    }

    /// <summary>An item of a list is as far as the sentence above it says.</summary>
    public static Finding Led(Scene scene, Finding found) =>
        scene.IsList && found.Mood == Mood.Plain && scene.Discourse.ListMood != Mood.Plain && !scene.View.IsClauseBeyondFirst() ? found with { Mood = scene.Discourse.ListMood } : found;

    private static Mood Said(View view)
    {
        var mood = Mood.Plain;
        for (var k = 0; k < view.Count; k++)
        {
            if (view[k].Is(Word.Will) || (view.IsVerb(k, Deed.Plan) && view.Is(k + 1, Word.To)))
                mood = new Mood(Polarity.Affirmed, Modality.Planned);
            else if (view[k].Is(Word.May | Word.Should) || view.IsVerb(k, Deed.Possible))
                mood = new Mood(Polarity.Affirmed, Modality.Possible);
        }

        return mood;
    }
}
