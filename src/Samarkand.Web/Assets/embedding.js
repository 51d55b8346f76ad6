// A way to show a drawing of this page in another.
import { make } from "./make.js";
import { pack } from "./share.js";

/** @typedef {import("./share.js").State} State */

/** What shows a drawing. @param {string} name @param {State} state @param {URLSearchParams} [asked] the analysis that the drawing is of, where it is of one */
async function frame(name, state, asked) {
  const words = new URLSearchParams([["embed", name], ...(asked || [])]), packed = await pack(state);
  return "<iframe src=\"" + location.origin + "/?" + words.toString().replaceAll("&", "&amp;") + "#c=" + packed + "\" width=\"100%\" height=\"600\" title=\"Samarkand: " + name + "\"></iframe>";
}

/** The button that copies it. @param {string} name @param {() => State} state @param {URLSearchParams} [asked] */
export function embedTool(name, state, asked) {
  const button = make("button", { type: "button", className: "tool", click: async () => {
    await navigator.clipboard.writeText(await frame(name, state(), asked));
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Embed"; }, 1500);
  } }, "Embed");
  button.setAttribute("aria-label", "Embed: copy what shows the drawing " + name + " in another page");
  return button;
}

/** Puts it beside every drawing of an analysis. @param {HTMLElement} result @param {State} state @param {URLSearchParams} asked */
export function offerEmbeds(result, state, asked) {
  result.querySelectorAll(".chart").forEach(chart => {
    const row = chart.nextElementSibling;
    if (chart.id && row && row.className === "save") row.append(embedTool(chart.id.replace(/^chart-/, ""), () => state, asked));
  });
}
