// Makes world.json: the countries of Natural Earth (1:50m, by way of world-atlas) in the Equal Earth projection, by ISO 3166 code.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import mapshaper from "mapshaper";

const require = createRequire(import.meta.url);
const iso = require("i18n-iso-countries");
const atlas = require("world-atlas/countries-50m.json");
const notice = readFileSync(require.resolve("world-atlas/LICENSE"), "utf8").trim().split(/\s+/).join(" ");

const middle = 11;            // degrees east: the edge of the map runs through the Bering Strait, so that Russia stays whole
const width = 4000;           // units from edge to edge, to which coordinates are rounded
const keep = "15%";           // of the points of the outlines
const partOf = { "N. Cyprus": "CYP", Somaliland: "SOM", Kosovo: "XKX" };   // Kosovo has no code in ISO 3166: XKX is the usual one
const names = { CYP: "Cyprus", SOM: "Somalia" };

const codeOf = country => partOf[country.properties.name] ?? (country.id && iso.numericToAlpha3(country.id));
const middleOf = ring => [0, 1].map(axis => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length);

// Natural Earth draws who holds a territory. Crimea is Ukraine's by resolution 68/262 of the General Assembly.
function owner(code, ring) {
  const [x, y] = middleOf(ring);
  return code === "RUS" && x > 32 && x < 37 && y > 44 && y < 46.5 ? "UKR" : code;
}

// The atlas lets outlines run over the edge of the sheet: they go on without a leap, and lie where most of them is on this sheet.
function unfolded(ring) {
  const line = [];
  for (const [x, y] of ring) {
    const before = line.at(-1)?.[0] ?? x;
    line.push([x + 360 * Math.round((before - x) / 360), y]);
  }
  const turns = Math.round((middle - middleOf(line)[0]) / 360);
  return line.map(([x, y]) => [x + 360 * turns, y]);
}

// Šavrič, Patterson, Jenny (2018): The Equal Earth map projection.
function equalEarth([x, y]) {
  const [a, b, c, d] = [1.340264, -0.081106, 0.000893, 0.003796];
  const t = Math.asin(Math.sqrt(3) / 2 * Math.sin(y * Math.PI / 180)), s = t * t, s3 = s * s * s;
  return [
    (x - middle) * Math.PI / 180 * Math.cos(t) * 2 / Math.sqrt(3) / (a + 3 * b * s + s3 * (7 * c + 9 * d * s)),
    t * (a + b * s + s3 * (c + d * s))
  ];
}

const edge = equalEarth([middle + 180, 0])[0];
const units = point => equalEarth(point).map(value => value / edge * width / 2);

const parts = feature(atlas, atlas.objects.countries).features.flatMap(country => {
  const code = codeOf(country), geometry = country.geometry;
  if (!code || code === "ATA") return [];
  return (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map(rings => {
    const owned = owner(code, rings[0]);
    const name = owned === code ? names[code] ?? (code === "AUS" ? "Australia" : country.properties.name) : "Ukraine";
    return { type: "Feature", properties: { code: owned, name }, geometry: { type: "Polygon", coordinates: rings.map(unfolded) } };
  });
});

const run = async (commands, name, input) => (await mapshaper.applyCommands(commands, { [name]: JSON.stringify(input) }));
const whole = JSON.parse((await run("-i parts.json snap -dissolve code copy-fields=name -o whole.json format=geojson", "parts.json",
  { type: "FeatureCollection", features: parts }))["whole.json"]);
for (const country of whole.features) {
  const polygons = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  country.geometry = { type: "MultiPolygon", coordinates: polygons.map(rings => rings.map(ring => ring.map(units))) };
}
const topology = JSON.parse((await run(`-i whole.json -simplify weighted ${keep} keep-shapes -sort code -o world.json format=topojson no-quantization`, "whole.json", whole))["world.json"]);

const countries = Object.values(topology.objects)[0].geometries;
const arcs = topology.arcs.map(arc => arc.map(point => point.map(Math.round))
  .filter((point, i, all) => i === 0 || String(point) !== String(all[i - 1])));
const index = arc => arc < 0 ? ~arc : arc;
const pointsOf = ring => new Set(ring.flatMap(arc => arcs[index(arc)]).map(String)).size;

// Islands that the rounding leaves no face go; a country that would go with them keeps a triangle.
function shapeOf({ type, arcs: lines, properties }) {
  let polygons = (type === "Polygon" ? [lines] : lines).map(rings => rings.filter(ring => pointsOf(ring) > 2)).filter(rings => rings.length > 0);
  if (polygons.length === 0) {
    const [x, y] = arcs[index((type === "Polygon" ? lines : lines[0])[0][0])][0];
    polygons = [[[arcs.push([[x, y], [x + 1, y], [x, y + 1], [x, y]]) - 1]]];
  }
  return { type: "MultiPolygon", id: properties.code, properties: { name: properties.name }, arcs: polygons };
}

const shapes = countries.map(shapeOf);
const numbers = new Map([...new Set(shapes.flatMap(shape => shape.arcs.flat(2)).map(index))].map((arc, i) => [arc, i]));
for (const shape of shapes)
  shape.arcs = shape.arcs.map(rings => rings.map(ring => ring.map(arc => arc < 0 ? ~numbers.get(~arc) : numbers.get(arc))));
const steps = arc => arc.map((point, i) => i === 0 ? point : [point[0] - arc[i - 1][0], point[1] - arc[i - 1][1]]);
const world = {
  type: "Topology",
  notice: "Made with Natural Earth, public domain, by way of world-atlas, whose notice is: " + notice,
  transform: { scale: [1, 1], translate: [0, 0] },
  objects: { countries: { type: "GeometryCollection", geometries: shapes } },
  arcs: [...numbers.keys()].map(arc => steps(arcs[arc]))
};
// A line for each country and each arc, so that a change can be read.
const text = JSON.stringify(world).replaceAll('{"type":"MultiPolygon"', '\n{"type":"MultiPolygon"').replaceAll(/(\]\],|"arcs":\[)(?=\[\[-?\d+,-?\d+\])/g, "$1\n");
writeFileSync("../world.json", text + "\n");
console.log(`${shapes.length} countries, ${world.arcs.length} arcs, ${text.length} bytes`);
