// Where the page begins: which question the address names, and what its buttons do.
import { at } from "./make.js";
import { get, learnKey } from "./server.js";
import { pack, unpack } from "./share.js";
import { showStart } from "./start.js";
import * as work from "./work.js";

const start = at("start"), desk = at("work");

/** @param {boolean} atDesk */
function show(atDesk) {
  start.hidden = atDesk;
  desk.hidden = !atDesk;
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
  if (packed) {
    show(true);
    const state = await unpack(packed);
    work.open(state.text, state.against);
  } else if (name) {
    show(true);
    work.open(await textOf(name), null);
  } else {
    show(false);
    document.title = "Samarkand";
    await showStart();
  }
}

work.onChange(async (text, against) => {
  written = "c=" + await pack({ text: text, against: against });
  if (!desk.hidden) history.replaceState(null, "", "#" + written);
});
addEventListener("hashchange", route);
route();
