using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>A sentence while its acts are read: everything that the rules ask of it.</summary>
internal sealed class Scene(View view, Names names, Counterparts counterparts, Syntax syntax, Attribution attribution, Discourse discourse, bool isList)
{
    private readonly HashSet<int> _used = [];

    public View View => view;

    public Names Names => names;

    public Counterparts Counterparts => counterparts;

    public Syntax Syntax => syntax;

    public Attribution Attribution => attribution;

    public Discourse Discourse => discourse;

    /// <summary>True for an item of a list, or a headline: it may lack subject and verb.</summary>
    public bool IsList => isList;

    /// <summary>What the rules have found.</summary>
    public List<Finding> Found { get; } = [];

    /// <summary>Marks a word as part of an act, so that no other rule reads it again.</summary>
    public void Use(int at) => _used.Add(at);

    public bool IsUsed(int at) => _used.Contains(at);

    public void UseAll(int start, int end, Thing things)
    {
        for (var k = start; k < end; k++)
        {
            if (view[k].Is(things))
                _used.Add(k);
        }
    }

    public Mood MoodOf(Chain chain) => syntax.MoodOf(chain, attribution.Of(chain.Verb).Length > 0 || (view.Is(chain.Start - 1, Word.Pron) && view.Is(chain.Start, Word.Would) && view.IsVerb(chain.Start - 2, Deed.Report | Deed.Plan | Deed.Promise)));

    /// <summary>The subject, or for a passive verb the agent.</summary>
    public List<Actor> ActorOf(Chain chain, int end) =>
        chain.IsPassive(view) || chain.IsReduced(view) ? names.AgentAfter(chain.Verb, end) : names.SubjectOf(chain);

    /// <summary>Who imposed the package that a sentence without a subject belongs to.</summary>
    public List<Actor> Issuer() => view.Count > 2 && view[1].Sign == ':' && view[0].Entity is not null ? names.With(0) : (isList ? discourse.Issuer ?? discourse.Background.Issuer : discourse.Background.Issuer ?? (discourse.Issuers.Count > 1 ? null : discourse.Issuer)) is { } issuer ? [Actor.Understood(issuer)] : [];

    // `Regarding Belarus, exports were prohibited`: what a sentence is about, said first.
    private Actor? Concerned()
    {
        if (view.Count < 4 || view[0].Text.ToLowerInvariant() is not ("regarding" or "as regards" or "as for" or "concerning" or "with regard to" or "in respect of" or "with respect to" or "in relation to" or "on"))
            return null;
        var found = -1;
        for (var k = 1; k < Math.Min(view.Count, 14); k++)
        {
            if (view[k].Entity is { Kind: EntityKind.State, IsAdjective: false })
                found = k;
            if (view[k].Sign is ':' || (view[k].Sign == ',' && found == k - 1))
                return found > 0 ? names.Of(found) : null;
        }

        return null;
    }

    /// <summary>Whom the restrictions of the document fall on.</summary>
    public List<Actor> Target(IReadOnlyList<Actor> actors) =>
        Concerned() is { } concerned && actors.All(one => one.Code != concerned.Code) ? [concerned] :
        Found.LastOrDefault(found => found.Counterparts.Any(one => one.IsNamed) && Acts.IsRestrictive(found.Act) && actors.Count > 0 && actors.All(one => found.Actors.Any(other => other.Code == one.Code))) is { } before ? [.. before.Counterparts.Select(one => one with { IsNamed = false })] :
        (discourse.IsLabelled && !(discourse.Background is { Target: { } about } && (discourse.Background.Issuer is not null || discourse.AskedAbout.Contains(about))) ? discourse.AskedAbout.FirstOrDefault(code => code != discourse.Home && code != discourse.LabelledCode && actors.All(one => one.Code != code)) : null) is { } asked ? [Actor.Understood(asked)] :
        actors.Where(one => one.Code != discourse.Background.Issuer).Select(one => discourse.Targets.GetValueOrDefault(one.Code)).FirstOrDefault(code => code is not null) is { } own ? [Actor.Understood(own)] :
        (isList ? discourse.Target ?? discourse.BackgroundTarget : discourse.BackgroundTarget ?? discourse.Target) is { } target && actors.All(one => one.Code != target) ? [Actor.Understood(target)] : [];

    /// <summary>Whom the sanctions that others join fall on.</summary>
    public List<Actor> Sanctioned(IReadOnlyList<Actor> actors) =>
        (discourse.BackgroundTarget ?? discourse.Target) is { } target && actors.All(one => one.Code != target) ? [Actor.Understood(target)] : [];

    /// <summary>Who imposed restrictions on those who answer them.</summary>
    public Actor? Attacker(IReadOnlyList<Actor> actors) =>
        Found.LastOrDefault(found => Acts.IsRestrictive(found.Act) && found.Counterparts.Any(one => actors.Any(actor => actor.Code == one.Code)))?.Actors.FirstOrDefault() is { } here ? here with { IsNamed = false }
        : discourse.Targets.LastOrDefault(one => actors.Any(actor => actor.Code == one.Value)) is { Key: { } attacker } ? Actor.Understood(attacker) : null;

    /// <summary>True for somebody who is named and is not who imposes the document's restrictions: a ban of its own may be on all.</summary>
    public bool IsAnother(IReadOnlyList<Actor> actors, int at = int.MaxValue) => actors.Any(one => one.IsNamed) && discourse.Background.Target is { } target && !Enumerable.Range(0, at == int.MaxValue ? 0 : at).Any(k => view[k].Entity?.Code == target) && actors.All(one => one.Code != discourse.Background.Issuer && one.Kind != EntityKind.Company && !discourse.Targets.ContainsKey(one.Code));

    /// <summary>The first item from start to end of a kind, or -1.</summary>
    public int First(int start, int end, Thing things)
    {
        for (var k = Math.Max(0, start); k < end; k++)
        {
            if (view[k].Is(things))
                return k;
        }

        return -1;
    }

    public int FirstDeed(int start, int end, Deed deeds)
    {
        for (var k = Math.Max(0, start); k < end; k++)
        {
            if (view[k].Is(deeds))
                return k;
        }

        return -1;
    }

    /// <summary>The tags of goods from start to end, each once.</summary>
    public List<string> Goods(int start, int end)
    {
        var tags = new List<string>();
        for (var k = Math.Max(0, start); k < end; k++)
        {
            if (view[k].Entry.Goods is { } tag && !tags.Contains(tag) && !(tag == "arms" && view.At(k + 1) is { } next && next.Text.ToLowerInvariant() is "industry" or "industries" or "maker" or "makers" or "manufacturer" or "manufacturers" or "plants" or "sector" or "complex" or "companies" or "exporter" or "control") && !(view.IsVerb(k) && !view[k].Is(Form.None)) && !view[k].Is(Word.Organ))
                tags.Add(tag);
        }

        if (tags.Count > 1)
            tags.Remove("goods");
        return tags;
    }

    /// <summary>Where the clause of a verb starts, for what stands before a passive verb.</summary>
    public int ClauseStart(int at)
    {
        for (var k = at - 1; k >= 0; k--)
        {
            var item = view[k];
            if (item.Sign is ';' or ':' or '"' or '–' || item.Is(Word.But | Word.If) || (item.Is(Word.Sub) && !item.Is(Word.Prep)) || (item.Is(Word.That) && !item.Is(Word.Det)) || view.IsVerb(k, Deed.Report))
                return k + 1;
        }

        return 0;
    }

    public void Add(Finding finding) => Found.Add(finding);
}
