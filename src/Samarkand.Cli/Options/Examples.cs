using System.CommandLine.Parsing;

namespace Samarkand.Cli.Options;

/// <summary>What each command's help shows as examples. All of them run where the folder <c>cases</c> is.</summary>
internal static class Examples
{
    /// <summary>The names of a command and its parents below the root, each followed by a space.</summary>
    public static string Path(CommandResult result) => result.Parent is CommandResult parent ? $"{Path(parent)}{result.Command.Name} " : "";

    /// <summary>The examples of a command by its <see cref="Path"/>.</summary>
    public static string[] Of(string path) => path.TrimEnd() switch
    {
        "run" =>
        [
            "samarkand run cases/samarkand-2022.yaml",
            "samarkand run cases/eu-russia-energy.yaml --set package.0.coverage=0.9 --horizon short",
            "samarkand run cases/west-china-russia-cut.yaml --against cases/west-russia-cut.yaml",
            "samarkand run cases/eu-russia-2022.yaml --as-of 2022-09-15",
            "samarkand run cases/china-chips.yaml --output results",
            "sed 's/factor: inf/factor: 2/' cases/west-russia-cut.yaml | samarkand run -",
        ],
        "simulate" =>
        [
            "samarkand simulate cases/west-russia-cut.yaml",
            "samarkand simulate cases/west-russia-cut.yaml --format csv",
            "samarkand simulate cases/usa-china-tariff.yaml --closure proportional --format json",
            "samarkand simulate cases/china-chips.yaml --table sector-output",
            "samarkand simulate cases/eu-russia-2022.yaml --timeline",
            "samarkand simulate cases/eu-russia-2022.yaml --year 2022 --format csv",
        ],
        "routes" =>
        [
            "samarkand routes cases/samarkand-2022.yaml --stance KAZ=conduit --stance TUR=conduit",
            "samarkand routes cases/china-chips.yaml --set default-stance=conduit --format csv",
            "samarkand routes cases/samarkand-2022.yaml --table recorded-exports-of-coalition --exporters EU --goods banned",
        ],
        "align" =>
        [
            "samarkand align cases/taiwan-embargo.yaml",
            "samarkand align cases/taiwan-embargo.yaml --draws 1000 --seed 7 --table stance-chances",
            "samarkand align cases/taiwan-embargo.yaml --rescuers all --format csv",
        ],
        "coalition" =>
        [
            "samarkand coalition cases/west-russia-cut.yaml",
            "samarkand coalition cases/west-russia-cut.yaml --members EU,GBR,USA,JPN,KOR --joins CHN,IND",
            "samarkand coalition cases/west-russia-costs.yaml --permutations 20 --seed 7 --table coalition-members --format csv",
            "samarkand coalition cases/west-russia-cut.yaml --members EU,GBR,USA,JPN,KOR --subsets --output results",
        ],
        "explain" =>
        [
            "samarkand explain cases/samarkand-2022.yaml",
            "samarkand explain cases/eu-russia-2022.yaml --table instruments --format csv",
            "samarkand explain cases/eu-russia-2022.yaml --regions DEU,CHN --table channel-totals",
            "samarkand explain cases/eu-russia-2022.yaml --permutations 50 --seed 7 --output results",
        ],
        "design" =>
        [
            "samarkand design cases/west-russia-cut.yaml --points 4",
            "samarkand design cases/west-russia-cut.yaml --harm '1 %' --directions exports --points 2 --case my-design.yaml",
            "samarkand design cases/west-russia-cut.yaml --points 2 --table leverage --by flow --format csv",
        ],
        "dependence" =>
        [
            "samarkand dependence RUS CHN",
            "samarkand dependence RUS CHN --case cases/west-russia-cut.yaml",
            "samarkand dependence --matrix SCO --format csv",
        ],
        "sweep" =>
        [
            "samarkand sweep cases/samarkand-2022.yaml --draws 200",
            "samarkand sweep cases/samarkand-2022.yaml --draws 200 --seed 7 --table sobol --format csv",
            "samarkand sweep cases/samarkand-2022.yaml --draws 200 --output sweep && samarkand sweep cases/samarkand-2022.yaml --draws 300 --output sweep",
            "samarkand sweep cases/west-russia-costs.yaml --draws 100 --set 'priors.elasticities.energy=scale lognormal(1, 0.3)'",
        ],
        "batch" =>
        [
            "samarkand batch cases/west-russia-cut.yaml cases/west-russia-costs.yaml",
            "samarkand batch cases/usa-china-tariff.yaml --vary package.0.rate=0.05:0.25:0.05",
            "samarkand batch cases --horizon short --table groups --format csv",
            "samarkand batch 'cases/chinese-rescue-*.yaml' --output results --format xlsx",
        ],
        "read" =>
        [
            "samarkand read cases/press-release.txt",
            "samarkand read cases/press-release.txt --format csv",
            "samarkand read cases/press-release.txt --case my-case.yaml && samarkand run my-case.yaml",
            "samarkand read cases/press-release.txt --output reading",
        ],
        "gravity" =>
        [
            "samarkand gravity cases/gravity-example.csv \"trade ~ ln(dist) + rta + ln(1 + tariff) | exporter^year^sector + importer^year^sector\" --cluster exporter^importer",
            "samarkand gravity cases/gravity-example.csv \"trade ~ rta | exporter^year + importer^year + exporter^importer\" --where \"sector = 'food'\" --bias-correct --format csv",
            "samarkand gravity cases/gravity-example.csv \"trade ~ ln(dist) + ln(1 + tariff) | exporter^year + importer^year\" --elasticity \"ln(1 + tariff)\" --by sector --output elasticities",
        ],
        "leaks" => ["samarkand leaks --example", "samarkand leaks --example --seed 7 --format csv", "samarkand leaks --example --output found"],
        "world" => ["samarkand world list", "samarkand world show wiod-2011", "samarkand world check wiod-2011"],
        "world list" => ["samarkand world list"],
        "world show" => ["samarkand world show wiod-2011", "samarkand world export wiod-2011 my-world && samarkand world show my-world"],
        "world check" => ["samarkand world check wiod-2011", "samarkand world export wiod-2011 my-world && samarkand world check my-world"],
        "world import" or "world import wiod" =>
            ["samarkand world import wiod wiod-tables my-world", "samarkand world import wiod wiod-tables my-world && samarkand world check my-world"],
        "world import long" =>
        [
            "samarkand world import long flows-2021.csv.gz my-world --theta 4",
            "samarkand world import long a.parquet b.parquet my-world --year 2021 --elasticities theta.csv --sectors sectors.csv",
            "samarkand world import long flows-2021.csv my-world --theta 4 --tariffs tariffs.csv",
        ],
        "world import icio" => ["samarkand world import icio 2020.csv my-world --elasticities theta.csv", "samarkand world import icio ICIO2021_2018.csv my-world --theta 4"],
        "world import adb" => ["samarkand world import adb ADB-MRIO-2021.csv my-world --theta 4"],
        "world aggregate" => [@"printf 'from,to\nCHN,ASIA\nIND,ASIA\nJPN,ASIA\n' > merge.csv && samarkand world aggregate wiod-2011 my-world --regions merge.csv"],
        "world export" => ["samarkand world export wiod-2011 my-world", "samarkand world export wiod-2011 my-world --big parquet"],
        "validate" => ["samarkand validate", "samarkand validate --data my-data"],
        "new" => ["samarkand new my-case.yaml", "samarkand new --recipe energy-embargo embargo.yaml", "samarkand new --recipe list", "samarkand new my-case.yaml && samarkand run my-case.yaml"],
        "serve" => ["samarkand serve --no-open", "samarkand serve --port 8080 --no-open", "samarkand serve --mcp --no-open"],
        "mcp" => ["samarkand mcp"],
        "work" => ["samarkand work --cluster database.txt", "samarkand work --cluster \"Host=db;Username=samarkand\" --threads 8 --metrics-port 9464"],
        "jobs" or "jobs list" => ["samarkand jobs list", "samarkand jobs list --cluster database.txt"],
        "jobs follow" => ["samarkand jobs follow 3f2a9c0b71de"],
        "jobs cancel" => ["samarkand jobs cancel 3f2a9c0b71de"],
        "cluster" or "cluster init" => ["samarkand cluster init --cluster \"Host=db;Username=samarkand\"", "samarkand cluster init --cluster database.txt"],
        "help" => ["samarkand help run", "samarkand help world import"],
        "completion" => ["source <(samarkand completion bash)", "samarkand completion fish > samarkand.fish"],
        _ => ["samarkand run cases/samarkand-2022.yaml", "samarkand simulate cases/west-russia-cut.yaml --format csv", "samarkand new my-case.yaml"],
    };
}
