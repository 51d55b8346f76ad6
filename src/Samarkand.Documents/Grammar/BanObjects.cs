using Samarkand.Documents.Claims;
using Samarkand.Documents.Lexicons;

namespace Samarkand.Documents.Grammar;

/// <summary>What is banned says which instrument it is: sales, purchases, payments, transport, investment, or goods alone.</summary>
internal static class BanObjects
{
    public const Thing All = Thing.Swift | Thing.Cards | Thing.Transactions | Thing.Flights | Thing.Transit | Thing.Investment | Thing.TradeOut | Thing.TradeIn | Thing.TradeAny | Thing.Airspace | Thing.VehiclesX;
    public const Thing Nouns = Thing.ExportBan | Thing.ImportBan | Thing.InvestBan | Thing.Ban;

    public static (string Act, Direction Direction)? Resolve(Scene scene, Texts.Item word, int from, int until, int at, int end)
    {
        var view = scene.View;
        if (scene.First(from, Math.Max(until, end), Thing.Swift) >= 0 && (word.Is(Deed.Remove | Deed.Restrict) || word.Is(Thing.Ban)) && !word.Is(Deed.Cap) && !(word.Is(Deed.Freeze) && scene.First(from, until, Thing.Assets) >= 0))
            return (Acts.PaymentsCut, Direction.On);
        // `cut off Huawei from American chips`
        if (word.Text.StartsWith("cut", StringComparison.OrdinalIgnoreCase) && view.IsVerb(at) && (view.At(from)?.Entity is not null || (view.Is(from, Word.Det | Word.Regime) && view.At(from + 1)?.Entity is not null)) && Enumerable.Range(from, Math.Max(0, until - from)).FirstOrDefault(k => view[k].Says("from"), -1) is var away and >= 0 && scene.Goods(away, until) is [not ("finance" or "services"), ..] && scene.First(away, until, Thing.Swift | Thing.Investment) < 0)
            return (Acts.ExportBan, Direction.On);
        // `blocked the accounts of the depository`: assets, whatever else stands there.
        if (word.Is(Deed.Freeze) && view.IsVerb(at) && scene.First(from, until, Thing.Assets) is var assets and >= 0 && scene.First(from, until, All) is var first && (first < 0 || first > assets))
            return null;
        for (var k = from; k < until; k++)
        {
            var item = view[k];
            // `closed the accounts of Russian companies`
            if (word.Is(Deed.Close) && item.Text.ToLowerInvariant() is "account" or "accounts" or "bank accounts" && !word.Is(Deed.Freeze))
                return (Acts.PaymentsCut, Direction.On);
            // `stop paying its debts`: no investment.
            if (item.Is(Thing.Debt) && Enumerable.Range(from, k - from).Any(pay => view[pay].Text.StartsWith("pay", StringComparison.OrdinalIgnoreCase) || view[pay].Text.StartsWith("servic", StringComparison.OrdinalIgnoreCase)))
                return null;
            // `barred their staff from entering its territory`: persons.
            if (item.Is(Thing.Airspace) && Enumerable.Range(from, k - from).FirstOrDefault(j => view[j].Says("from"), -1) is var barred and >= 0 && scene.First(from, barred, Thing.VehiclesX | Thing.Flights) < 0 && scene.Goods(from, barred).Count == 0 && !Enumerable.Range(from, barred - from).Any(j => view.Is(j, Word.Firms) || view[j].Entity is { Kind: EntityKind.Company }))
                return null;
            // `barred investors from selling their shares`, `forbade airlines to fly over`
            if (item.Is(Deed.Trade) && view.IsVerb(k) && scene.First(k + 1, until, Thing.Investment | Thing.Assets) >= 0 && scene.Goods(k + 1, until) is [] or ["finance"])
                return null;
            if (item.Is(Deed.Trade) && view.IsVerb(k) && item.Text.StartsWith("fl", StringComparison.OrdinalIgnoreCase) && scene.First(from, k, Thing.VehiclesX) >= 0)
                return (Acts.Transport, Direction.On);
            if (item.Is(Deed.Trade) && view.IsVerb(k) && IsStopped(view, k))
                return (Acts.ExportBan, Direction.To);
            // `the card operator stopped working with Sberbank`
            if (view[k].Text.ToLowerInvariant() is "working" or "cooperating" or "dealing" or "collaborating" && view.At(k + 1)?.Says("with") == true && word.Is(Deed.Restrict) && view.IsVerb(at) && scene.Names.SubjectOf(Chain.Of(view, at)) is { Count: > 0 } working && working.All(one => one.Kind == EntityKind.Company || one.IsFirms))
                return (Acts.PaymentsCut, Direction.On);
            // `restricts China's ability to buy chips`, `limits access to technology`
            if ((item.Says("ability") || item.Says("access")) && view.At(k + 1)?.Says("to") == true && scene.First(k, until, Thing.Airspace | Thing.Investment | Thing.Market) < 0 && scene.Goods(k, until) is [not ("finance" or "services"), ..])
                return (Acts.ExportBan, Direction.To);
            if (item.Is(Deed.Buying) && view.IsVerb(k) && scene.First(k + 1, until, Thing.Investment) >= 0)
                return (Acts.InvestmentStop, Direction.Place);
            // `banned Russians from buying property`: no goods.
            if (item.Is(Deed.Buying) && view.IsVerb(k) && scene.First(k + 1, until, Thing.Assets) >= 0 && scene.Goods(k + 1, until).Count == 0)
                return null;
            if (item.Is(Deed.Buying) && view.IsVerb(k))
                return (Acts.ImportBan, Direction.From);
            if (!item.Is(All) || (view.IsVerb(k) && !item.Is(Form.Ing)))
            {
                if (item.Entry.Goods is not null && ByGoods(scene, word, from, until, k, end, at) is { } byGoods)
                    return byGoods;
                continue;
            }

            // `banned North Korea's exports of coal`: another's exports are one's own imports.
            if (item.Is(Thing.TradeOut | Thing.TradeIn) && word.Is(Deed.Restrict) && view.IsVerb(at) && at < k && OwnerBefore(view, from, k) is var owner and >= 0 && scene.Names.SubjectOf(Chain.Of(view, at)) is { Count: > 0 } subject && subject.All(one => one.Code != view[owner].Entity?.Code && one.At != owner))
                return item.Is(Thing.TradeOut) ? (Acts.ImportBan, Direction.Owner) : (Acts.ExportBan, Direction.Owner);
            if (item.Is(Thing.TradeOut))
                return IsIncoming(view, k, until) ? (Acts.ImportBan, Direction.From) : (Acts.ExportBan, Direction.To);
            if (item.Is(Thing.TradeIn))
                return (Acts.ImportBan, Direction.From);
            if (item.Is(Thing.TradeAny) && view.At(k + 1)?.Text.ToLowerInvariant() is "talks" or "negotiations" or "deal" or "agreement" or "pact" or "war" or "minister")
                return null;
            if (item.Is(Thing.TradeAny) && view.At(k + 1)?.Says("of") == true && scene.First(k + 1, until, Thing.Investment) >= 0)
                return (Acts.InvestmentStop, Direction.Place);
            if (item.Is(Thing.TradeAny))
                return word.Is(Deed.Strong | Deed.Restrict) || word.Text.ToLowerInvariant() is "embargo" or "blockade" or "boycott" or "end to" or "an end" or "suspension" or "cessation" or "severance" or "halt" ? (Acts.ExportBan, Direction.On) : null;
            if (item.Is(Thing.Flights | Thing.Transit))
                return (Acts.Transport, Direction.On);
            if (item.Is(Thing.Investment))
                return word.Is(Deed.Freeze) && item.Is(Thing.Assets) ? null : (Acts.InvestmentStop, Direction.Place);
            // `barred operators from purchasing`
            if (item.Text.Equals("operators", StringComparison.OrdinalIgnoreCase) && Enumerable.Range(k + 1, Math.Max(0, Math.Min(until, k + 8) - k - 1)).Any(j => view.IsVerb(j, Deed.Buying | Deed.Trade) && view[j].Is(Form.Ing)))
                continue;
            if (item.Is(Thing.Airspace | Thing.VehiclesX) && (word.Is(Deed.Close | Deed.Restrict | Deed.Strong) || word.Text.StartsWith("clos", StringComparison.OrdinalIgnoreCase)) && (word.Is(Deed.Close) || word.Text.StartsWith("clos", StringComparison.OrdinalIgnoreCase) || scene.First(from, Math.Max(until, end), Thing.Airspace) >= 0))
                return (Acts.Transport, Direction.On);
            if (item.Is(Thing.Cards | Thing.Transactions))
                return word.Is(Deed.Restrict | Deed.Remove) || !word.Is(Deed.Light) ? (Acts.PaymentsCut, Direction.On) : null;
        }

        return null;
    }

    // Whose the trade is, right before it: `the country's exports`.
    private static int OwnerBefore(View view, int from, int trade)
    {
        for (var k = trade - 1; k >= Math.Max(from, trade - 3); k--)
        {
            if (view[k].IsPossessive && (view[k].Entity is { Kind: not EntityKind.Company } || view[k].Is(Word.Country | Word.Regime)))
                return k;
            if (view[k].Entry.Goods is null && !View.IsPlain(view[k]))
                return -1;
        }

        return -1;
    }

    // `stop selling`, `prohibited to sell, supply or export`: not a verb of another clause.
    private static bool IsStopped(View view, int at)
    {
        for (var k = at; k >= Math.Max(0, at - 8); k--)
        {
            if (view[k].Is(Form.Ing) || view.Is(k - 1, Word.To))
                return true;
            if (k < at && !view[k].Is(Word.And | Word.Adv) && view[k].Sign != ',' && !view.IsVerb(k))
                return false;
        }

        return false;
    }

    // Deliveries that somebody stops taking: `supplies from Russia`.
    private static bool IsIncoming(View view, int at, int until)
    {
        for (var k = at + 1; k < Math.Min(until, at + 6); k++)
        {
            if (view[k].Says("from") && !view[at].Says("exports") && !view[at].Says("export"))
                return view.At(k + 1) is { } next && (next.Entity is not null || view.At(k + 2)?.Entity is not null) && !HasTo(view, k, until);
            if (view[k].Says("to"))
                return false;
        }

        return false;
    }

    private static bool HasTo(View view, int from, int until)
    {
        for (var k = from; k < until; k++)
        {
            if (view[k].Says("to"))
                return true;
        }

        return false;
    }

    // A ban of goods alone: Russian oil, oil from Russia, chips to China.
    private static (string Act, Direction Direction)? ByGoods(Scene scene, Texts.Item word, int from, int until, int goods, int end, int at)
    {
        var view = scene.View;
        var isBan = word.Is(Deed.Strong) || word.Is(Thing.Ban) || (word.Is(Deed.Restrict) && !word.Is(Deed.Soft) && !word.Is(Deed.Cap));
        if (!isBan || word.Is(Deed.Remove) && !word.Is(Deed.Strong) && !word.Text.StartsWith("suspend", StringComparison.OrdinalIgnoreCase))
            return null;
        if (view[goods].Text.EndsWith(" imports", StringComparison.OrdinalIgnoreCase))
            return (Acts.ImportBan, Direction.From);
        for (var k = goods + 1; k < until; k++)
        {
            if (view[k].Is(All) && !view.IsVerb(k) && !view[k].Is(Thing.VehiclesX))
                return null;
            if (view.IsVerb(k, Deed.Trade | Deed.Buying) && view[k].Is(Form.Ing))
                return null;
            // `an embargo on machine tools for Russia`
            if (view[k].Says("for") && word.Is(Thing.Ban) && view.Is(at, Thing.Ban) && !view.IsVerb(at) && (view.At(k + 1)?.Entity is { IsAdjective: false } || (view.Is(k + 1, Word.Det) && view.At(k + 2)?.Entity is { IsAdjective: false })))
                return (Acts.ExportBan, Direction.To);
            if (view[k].Says("for") && word.Text.EndsWith(" off", StringComparison.OrdinalIgnoreCase) && (view.At(k + 1)?.Entity is not null || view.At(k + 2)?.Entity is not null))
                return (Acts.ExportBan, Direction.To);
            if (view[k].Says("to") && (view.At(k + 1)?.Entity is not null || view.At(k + 2)?.Entity is not null))
                return (Acts.ExportBan, Direction.To);
            if (view[k].Says("from") && (view.At(k + 1)?.Entity is not null || view.At(k + 2)?.Entity is not null))
                return (Acts.ImportBan, Direction.From);
        }

        // `gas supplies`, `oil exports`; only who sells can turn a tap off.
        var named = view[goods].Text.ToLowerInvariant();
        if (named.EndsWith("supplies", StringComparison.Ordinal) || named.EndsWith("exports", StringComparison.Ordinal) || named.EndsWith("deliveries", StringComparison.Ordinal) || named.EndsWith("flows", StringComparison.Ordinal) || named.EndsWith(" tap", StringComparison.Ordinal)
            || (word.Text.EndsWith(" off", StringComparison.OrdinalIgnoreCase) && view[goods].Entry.Goods is "gas" or "energy" or "electricity" or "crude" && view.At(goods - 1)?.Entity is null))
            return (Acts.ExportBan, Direction.To);
        if (word.Text.StartsWith("cut", StringComparison.OrdinalIgnoreCase) && view[goods].Entry.Goods is "gas" or "electricity" && view.At(goods + 1)?.Says("of") == true)
            return (Acts.ExportBan, Direction.On);
        for (var k = goods - 1; k >= from && goods - k < 4; k--)
        {
            if (view[k].Is(All))
                return null;
            if (view[k].Entity is not null)
                return view.Is(goods, Thing.VehiclesX) && !word.Is(Thing.Ban) ? (scene.First(from, end, Thing.Airspace) >= 0 ? (Acts.Transport, Direction.On) : null) : view.IsGoods(goods) && view[goods].Entry.Goods is "finance" or "services" ? null : (Acts.ImportBan, Direction.From);
        }

        if (view[goods].Entry.Goods is "services" or "it" or "finance")
            return null;
        if (view[goods].Entry.Goods == "arms" && word.Is(Thing.Ban))
            return (Acts.ExportBan, Direction.To);
        // Limits and curbs on goods alone are most often on selling them.
        if (word.Is(Thing.Ban) && word.Text.ToLowerInvariant() is "limit" or "limits" or "curb" or "curbs" or "control" or "controls" or "quota" or "quotas" && view.At(at + 1)?.Says("on") == true)
            return (Acts.ExportBan, Direction.To);
        if (word.Text.StartsWith("withh", StringComparison.OrdinalIgnoreCase))
            return (Acts.ExportBan, Direction.To);
        return word.Is(Deed.Strong) || word.Is(Thing.Ban) ? (Acts.ImportBan, Direction.From) : null;
    }
}
