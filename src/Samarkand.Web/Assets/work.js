// The desk: a case as text and as controls on the left, which never disagree, and its answer on the right.
import { Asking } from "./asking.js";
import { Controls } from "./controls.js";
import { follow, goTo as goToText, mirror, underline } from "./editor.js";
import { offerTools } from "./figures.js";
import { at, make } from "./make.js";
import { clear, show, stale } from "./report.js";
import { save } from "./saving.js";
import { post } from "./server.js";
import * as studies from "./studies.js";
import { CaseText } from "./text.js";

const area = /** @type {HTMLTextAreaElement} */ (at("text"));
const problems = at("problems"), state = at("state");
const undo = /** @type {HTMLButtonElement} */ (at("undo")), pin = at("pin");
const gesture = 700;

let text = new CaseText("");
/** @type {string | null} */
let against = null;
/** @type {{ text: string, what: string, at: number }[]} */
let past = [];
/** @type {(text: string, against: string | null) => void} */
let changed = () => {};
let telling = 0;

const controls = new Controls(() => text, (edit, what) => {
  remember(what);
  edit();
  area.value = text.value;
  mirror();
  ask();
});

const asking = new Asking((question, reply) => {
  if (question.text !== text.value || question.against !== against) return;
  problems.replaceChildren();
  underline([]);
  follow(reply.world);
  controls.update(reply.controls);
  controls.open(true);
  show(reply.report);
  if (question.whole) offerTools(question.text, question.against, reply.quote);
  studies.offer(reply.asks_for_rescue === true, text.value);
  state.textContent = "";
  document.documentElement.dataset.answered = question.text.length + (question.whole ? " whole" : " quick");
}, problem => {
  stale(true);
  state.textContent = problem.retry ? "waiting" : "not answered";
  if (!problem.retry) controls.open(false);
  const all = problem.problems.length > 0 ? problem.problems : [{ message: problem.detail, remedy: problem.remedy, line: problem.line }];
  underline(all);
  problems.replaceChildren(...all.slice(0, 6).map(told));
});

/** @param {any} problem */
function told(problem) {
  const where = problem.line ? make("button", { type: "button", click: () => goTo(problem.line, problem.column || 1) }, "Line " + problem.line) : null;
  return make("p", {}, ...(where ? [where, ": "] : []), problem.message, problem.remedy ? ". Remedy: " + problem.remedy : "");
}

/** @param {number} line @param {number} column */
function goTo(line, column) {
  const lines = area.value.split("\n"), start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  /** @type {HTMLDetailsElement} */ (at("source")).open = true;
  goToText(start + column - 1, start + lines[line - 1].length);
}

/** @param {string} what */
function remember(what) {
  const last = past.at(-1), now = performance.now();
  if (last && last.what === what && now - last.at < gesture) last.at = now;
  else past.push({ text: text.value, what: what, at: now });
  undo.disabled = past.length === 0;
}

function ask() {
  studies.age(text.value);
  asking.ask(text.value, against);
  clearTimeout(telling);
  telling = setTimeout(() => changed(text.value, against), 400);
}

/** @param {string} value */
function replace(value) {
  text = new CaseText(value);
  area.value = value;
  mirror();
  ask();
}

/** Puts a case on the desk. @param {string} value @param {string | null} pinned */
export function open(value, pinned) {
  past = [];
  undo.disabled = true;
  clear();
  studies.clear();
  controls.clear();
  problems.replaceChildren();
  setPin(pinned);
  scrollTo(0, 0);
  replace(value.replaceAll("\r\n", "\n"));
}

/** Tells of every change of the question. @param {typeof changed} told */
export function onChange(told) {
  changed = told;
}

/** @param {string | null} pinned */
function setPin(pinned) {
  against = pinned;
  pin.setAttribute("aria-pressed", String(pinned !== null));
  pin.textContent = pinned === null ? "Pin this answer" : "Compared with the pinned one";
}

area.addEventListener("input", () => {
  remember("text");
  text = new CaseText(area.value);
  mirror();
  ask();
});
undo.addEventListener("click", () => {
  const last = past.pop();
  undo.disabled = past.length === 0;
  if (last) replace(last.text);
});
pin.addEventListener("click", () => {
  setPin(against === null ? text.value : null);
  ask();
});
at("to-controls").addEventListener("click", () => at("side").scrollIntoView());
at("share").addEventListener("click", async click => {
  await changed(text.value, against);
  await navigator.clipboard.writeText(location.href);
  const button = /** @type {HTMLElement} */ (click.target);
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy link"; }, 1500);
});
at("get-report").addEventListener("click", () => save("report.html", () => post("/page/report", "application/json", JSON.stringify({ text: text.value, against: against, whole: true }), "text/html")));
at("get-csv").addEventListener("click", () => save("effects.csv", () => post("/api/v1/answers?table=effects", "text/yaml", text.value, "text/csv")));
at("get-json").addEventListener("click", () => save("answer.json", () => post("/api/v1/answers", "text/yaml", text.value, "application/json")));
