namespace Samarkand.WorldMaker;

/// <summary>
/// Where each pair's flows come from: the total of its goods, their division by sector, and its services. An entry is <c>kind:source</c>,
/// the kind <c>observed</c> (an official figure of 2021), <c>scaled</c> (one of an earlier year, carried to 2021 with GDP) or
/// <c>imputed</c>.
/// </summary>
internal sealed class Provenance(Labels2021 labels)
{
    private readonly (string Goods, string Profile, string Services)[] _pairs = new (string, string, string)[labels.N * labels.N];

    public (string Goods, string Profile, string Services) this[int origin, int destination] => _pairs[origin * labels.N + destination];

    public void Set(int origin, int destination, string goods, string profile, string services) =>
        _pairs[origin * labels.N + destination] = (goods, profile, services);

    public void SetGoods(int origin, int destination, string goods, string profile) =>
        Set(origin, destination, goods, profile, this[origin, destination].Services);

    public void SetTotal(int origin, int destination, string goods) =>
        Set(origin, destination, goods, this[origin, destination].Profile, this[origin, destination].Services);

    public void SetServices(int origin, int destination, string services) =>
        Set(origin, destination, this[origin, destination].Goods, this[origin, destination].Profile, services);

    public void SetProfile(int origin, int destination, string profile) =>
        Set(origin, destination, this[origin, destination].Goods, profile, this[origin, destination].Services);
}
