// One chart of an answer, for a frame in another page.
import { at, make } from "./make.js";
import { parsed } from "./report.js";
import { get, post } from "./server.js";

/** @param {string} name the chart @param {{ text: string, against: string | null }} state */
export async function embed(name, state) {
  const box = at("embed");
  const response = await post("/page/answer", "application/json", JSON.stringify({ ...state, whole: true }), "application/json"), reply = await response.json();
  if (!response.ok) {
    box.replaceChildren(make("p", { className: "told wrong" }, reply.detail));
    return;
  }
  const sections = reply.report.sections.map((/** @type {any} */ section) => parsed(section.html));
  const chart = sections.map((/** @type {HTMLElement} */ section) => section.querySelector("#chart-" + CSS.escape(name))).find(Boolean);
  if (!chart) {
    box.replaceChildren(make("p", { className: "told wrong" }, "This answer has no chart " + name + "."));
    return;
  }
  const legend = chart.previousElementSibling;
  document.title = reply.report.title + " \u00b7 Samarkand";
  box.replaceChildren(
    make("h1", {}, reply.report.title),
    ...(legend && legend.classList.contains("legend") ? [legend] : []), chart,
    make("p", { className: "note" }, reply.quote + " "), make("p", { className: "note" }, make("a", { href: "/" + location.hash, target: "_blank", rel: "noopener" }, "The whole answer")));
  window.drawPage(reply.report.data, JSON.parse(await get("/report/world.json")), chartName => chartName === name);
  document.documentElement.dataset.embedded = name;
}
