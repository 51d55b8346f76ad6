// Where the page begins: which question the address names, and what its buttons do.
import { embed } from "./embed.js";
import * as explore from "./explore.js";
import { at } from "./make.js";
import * as reading from "./reading.js";
import { get, learnKey } from "./server.js";
import { pack, unpack } from "./share.js";
import { showStart } from "./start.js";
import * as studies from "./studies.js";
import * as work from "./work.js";

const start = at("start"), desk = at("work"), world = at("explore"), framed = at("embed"), read = at("reading");

/** @param {HTMLElement} shown */
function show(shown) {
  [start, desk, world, framed, read].forEach(one => { one.hidden = one !== shown; });
  if (shown !== world) explore.close();
  if (shown !== desk) studies.clear();
}

/** The text of a case that ships, or of a recipe. @param {string} name @returns {Promise<string>} */
const textOf = name => name === "your-own" ? get("/page/template") : get("/api/v1/cases/" + encodeURIComponent(name));

let written = "";

async function route() {
  const hash = location.hash.slice(1);
  if (hash !== "" && hash === written) return;
  const words = new URLSearchParams(hash);
  if (words.has("key")) {
    learnKey(words.get("key"));
    history.replaceState(null, "", "#");
  }
  const packed = words.get("c"), name = words.get("case");
  const asked = new URLSearchParams(location.search), chart = asked.get("embed");
  asked.delete("embed");
  if (packed && chart) {
    show(framed);
    await embed(chart, await unpack(packed), asked);
  } else if (packed) {
    show(desk);
    const state = await unpack(packed);
    work.open(state.text, state.against);
  } else if (name) {
    show(desk);
    work.open(await textOf(name), null);
  } else if (words.get("world")) {
    show(world);
    await explore.open(words.get("world") || "", words.get("region"));
  } else if (words.has("reading") && reading.isThere()) {
    show(read);
    document.title = "Claims · Samarkand";
  } else {
    show(start);
    document.title = "Samarkand";
    await showStart();
  }
}

work.onChange(async (text, against) => {
  written = "c=" + await pack({ text: text, against: against });
  if (!desk.hidden) history.replaceState(null, "", "#" + written);
});
reading.onRead(() => { location.hash = "reading"; });
reading.onDraft(async text => { location.hash = "c=" + await pack({ text: text, against: null }); });
addEventListener("hashchange", route);
route();
