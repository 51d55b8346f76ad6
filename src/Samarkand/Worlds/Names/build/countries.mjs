// Makes countries.txt (the codes and English names of ISO 3166-1) and letters.txt (which letters are a plain one with a mark).
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const codes = require("i18n-iso-countries/codes.json");
const names = require("i18n-iso-countries/langs/en.json").countries;

// Kosovo has no code in ISO 3166 and no number in M49; the package carries the CLDR's, XKX is the usual one.
const codeOf = alpha3 => alpha3 === "XKK" ? "XKX" : alpha3;
const numberOf = (alpha3, number) => alpha3 === "XKK" ? "---" : number;

// The name by which Samarkand writes a country comes first.
const own = new Map(readFileSync("../spellings.csv", "utf8").split("\n").map(line => line.split(","))
  .filter(([, how]) => how === "name").map(([name, , code]) => [code, name]));

const countries = codes.map(([alpha2, alpha3, number]) => {
  const code = codeOf(alpha3);
  const spellings = new Set([own.get(code), ...[names[alpha2]].flat()].filter(name => name));
  return `${code} ${alpha2} ${numberOf(alpha3, number)} ${[...spellings].join("|")}`;
}).sort();
writeFileSync("../countries.txt", countries.join("\n") + "\n");

// Letters that Unicode does not take apart, but people do.
const apart = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŋ: "n", ŧ: "t" };
const plain = new Map();
for (const [first, last] of [[0xdf, 0x24f], [0x1e00, 0x1eff]]) {
  for (let point = first; point <= last; point++) {
    const letter = String.fromCodePoint(point);
    const base = apart[letter] ?? letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    if (letter === letter.toLowerCase() && base !== letter && /^[a-z]+$/.test(base)) plain.set(base, (plain.get(base) ?? "") + letter);
  }
}
plain.set("i", plain.get("i") + "İ");   // the one capital that has no small letter in programs without a culture
writeFileSync("../letters.txt", [...plain].sort(([a], [b]) => a < b ? -1 : 1).map(([base, letters]) => `${base} ${letters}`).join("\n") + "\n");
