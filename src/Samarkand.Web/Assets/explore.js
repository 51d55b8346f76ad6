// A world: its economies, found by any name, and who depends on whom in it.
import { at, make } from "./make.js";
import { parsed } from "./report.js";
import { get, post } from "./server.js";
import { StudyBox, words } from "./studybox.js";

/** @typedef {{ code: string, name: string }} Named */

const input = /** @type {HTMLInputElement} */ (at("find-text")), found = at("found"), region = at("region");
let world = "";

const pairs = new StudyBox(
  { name: "dependence", title: "Who depends on whom?", says: "What each of two states loses of its real income when all trade between them is cut; or every pair of a bloc as a map of cells; the word all stands for every region.", fields: [words("one", "A state", "RUS"), words("two", "Another", "CHN"), words("matrix", "Or a bloc, such as SCO")], ask: "Cut" },
  asked => {
    asked.delete("analysis");
    return post("/api/v1/worlds/" + encodeURIComponent(world) + "/dependence?" + asked, "text/yaml", "", "application/json");
  }, "");
at("pairs").append(pairs.element);

/** Shows a world, and one of its regions where one is named. @param {string} name @param {string | null} code */
export async function open(name, code) {
  if (name !== world) {
    world = name;
    pairs.clear();
    pairs.setting = "--world " + name;
    region.replaceChildren();
    found.textContent = "";
    const detail = JSON.parse(await get("/api/v1/worlds/" + encodeURIComponent(name)));
    at("world-title").textContent = detail.title;
    at("world-says").textContent = detail.name + ": " + detail.regions.length + " regions, " + detail.sectors.length + " sectors, " + detail.year + ".";
    at("regions-list").replaceChildren(...detail.regions.map((/** @type {Named} */ one) => make("option", { value: one.name }, one.code)));
    at("sources").replaceChildren(...detail.sources.map((/** @type {any} */ one) => make("li", {}, one.name + " (" + one.licence + ") " + one.address)));
  }
  document.title = at("world-title").textContent + " \u00b7 Samarkand";
  if (code) await show(code);
}

/** Leaves it. */
export function close() {
  pairs.clear();
}

/** @param {string} code */
async function show(code) {
  const report = JSON.parse(await get("/page/worlds/" + encodeURIComponent(world) + "/regions/" + encodeURIComponent(code)));
  region.replaceChildren(...report.sections.map((/** @type {any} */ section) => parsed(section.html)));
}

/** @param {Named} one */
const link = one => make("a", { href: "#world=" + encodeURIComponent(world) + "&region=" + encodeURIComponent(one.code) }, one.name + " (" + one.code + ")");

at("find").addEventListener("submit", async submit => {
  submit.preventDefault();
  const answer = JSON.parse(await get("/api/v1/worlds/" + encodeURIComponent(world) + "/find?text=" + encodeURIComponent(input.value)));
  found.textContent = answer.note ? answer.note + ". " : "";
  if (answer.region) location.hash = "#world=" + world + "&region=" + answer.region.code;
  else if (answer.bloc) found.append(answer.bloc.name + " is a bloc: ask for it among the pairs below.");
  else if (answer.nearby.length > 0) found.append("Is it ", ...answer.nearby.flatMap((/** @type {Named} */ one, /** @type {number} */ i) => i > 0 ? [", ", link(one)] : [link(one)]), "?");
  else if (input.value.trim() !== "") found.append("Nothing here goes by that name or one near it.");
});
