// One chart of an answer or of an analysis, for a frame in another page.
import { outcome } from "./job.js";
import { at, make } from "./make.js";
import { parsed } from "./report.js";
import { get, post } from "./server.js";

const box = at("embed");

/** @param {string} words @param {boolean} isWrong */
function tell(words, isWrong) {
  box.replaceChildren(make("p", { className: isWrong ? "told wrong" : "told" }, words));
}

/** @param {{ text: string, against: string | null }} state @returns {Promise<{ report: any, note: string } | null>} nothing where it was told why there is none */
async function answered(state) {
  const response = await post("/page/answer", "application/json", JSON.stringify({ ...state, whole: true }), "application/json"), reply = await response.json();
  if (response.ok) return { report: reply.report, note: reply.quote };
  tell(reply.detail, true);
  return null;
}

/** @param {string} text @param {URLSearchParams} asked @returns {Promise<{ report: any, note: string } | null>} nothing where it was told why there is none */
async function analysed(text, asked) {
  const response = await post("/api/v1/jobs?" + asked, "text/yaml", text, "application/json");
  const ended = await outcome(response, status => tell((status.what || status.state) + (status.all > 0 ? " " + status.done + " / " + status.all : ""), false));
  if (ended.isDone) return { report: ended.report, note: "" };
  tell(ended.problem || "The server does not answer: load the page again.", true);
  return null;
}

/** @param {string} name the chart @param {{ text: string, against: string | null }} state @param {URLSearchParams} asked the analysis that it is of; empty where it is of the answer */
export async function embed(name, state, asked) {
  const got = asked.has("analysis") ? await analysed(state.text, asked) : await answered(state);
  if (got === null) return;
  const sections = got.report.sections.map((/** @type {any} */ section) => parsed(section.html));
  const chart = sections.map((/** @type {HTMLElement} */ section) => section.querySelector("#chart-" + CSS.escape(name))).find(Boolean);
  if (!chart) return tell("This answer has no chart " + name + ".", true);
  const legend = chart.previousElementSibling;
  document.title = got.report.title + " \u00b7 Samarkand";
  box.replaceChildren(
    make("h1", {}, got.report.title),
    ...(legend && legend.classList.contains("legend") ? [legend] : []), chart,
    ...(got.note ? [make("p", { className: "note" }, got.note + " ")] : []), make("p", { className: "note" }, make("a", { href: "/" + location.hash, target: "_blank", rel: "noopener" }, "The whole answer")));
  window.drawPage(got.report.data, JSON.parse(await get("/report/world.json")), chartName => chartName === name);
  document.documentElement.dataset.embedded = name;
}
