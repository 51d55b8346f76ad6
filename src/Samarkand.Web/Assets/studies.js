// Analyses that take seconds: jobs with their progress, that can be stopped. Each answer goes with the case that it was asked for.
import { at, make } from "./make.js";
import { parsed, putFigures } from "./report.js";
import { save } from "./saving.js";
import { fetched, follow, get, post, remove } from "./server.js";

/** @typedef {{ name: string, label: string, kind: "text" | "number", usual: string }} Field */
/** @typedef {{ name: string, title: string, says: string, fields: Field[], ask: string }} Kind */

/** @type {(name: string, label: string, usual?: string) => Field} */
const words = (name, label, usual) => ({ name: name, label: label, kind: "text", usual: usual || "" });
/** @type {(name: string, label: string, usual: number) => Field} */
const number = (name, label, usual) => ({ name: name, label: label, kind: "number", usual: String(usual) });

/** @type {Kind[]} */
const kinds = [
  { name: "align", title: "Who comes to the rescue?", says: "The game of stances: what every state would do, and the price of friendship.", fields: [number("draws", "Draws", 200)], ask: "Solve the game" },
  { name: "sweep", title: "How sure is it?", says: "Draws of what is not known, and which of it matters the most. The case has to say what is not known under priors.", fields: [number("draws", "Draws", 200), number("seed", "Seed", 1)], ask: "Draw" },
  { name: "explain", title: "Which instrument does what?", says: "What each instrument adds, and by which channels incomes change.", fields: [words("regions", "Whose channels, or empty")], ask: "Explain" },
  { name: "coalition", title: "What does each member bear, and what is it worth?", says: "Transfers that would share the burden, and what is lost when a member leaves.", fields: [words("members", "Members, or empty for all"), words("joins", "Who might join")], ask: "Share" },
  { name: "design", title: "Which bans hurt most for what they cost?", says: "The package of bans that does the harm of this case at the least cost, and the frontier.", fields: [words("budget", "Or the most for a cost of")], ask: "Design" },
  { name: "dependence", title: "Who depends on whom?", says: "What each of two states loses when all their trade is cut, before and under this case; or every pair of a bloc.", fields: [words("one", "A state", "RUS"), words("two", "Another", "CHN"), words("matrix", "Or a bloc, such as SCO")], ask: "Cut" }
];

const box = at("studies");
let current = "";

class StudyBox {
  /** @param {Kind} kind */
  constructor(kind) {
    this.kind = kind;
    /** @type {string | null} */
    this.running = null;
    this.isStopped = false;
    /** The case that the answer shown belongs to. @type {string | null} */
    this.shown = null;
    this.fields = kind.fields.map(field => make("input", { type: field.kind, name: field.name, value: field.usual, "aria-label": field.label + ", " + kind.title }));
    this.button = make("button", { type: "submit", disabled: false }, kind.ask);
    this.bar = make("progress", { "aria-label": "How far it is: " + kind.title, hidden: true });
    this.told = make("p", { className: "told", role: "status" });
    this.result = make("div", { className: "result" });
    const form = make("form", { submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      if (this.running === null) this.ask(current).catch(failure => this.end(failure.message, true));
      else this.stop();
    } }, ...kind.fields.map((field, i) => make("label", {}, field.label, this.fields[i])), this.button, this.bar);
    this.element = make("div", { className: "study", id: "study-" + kind.name }, make("h3", {}, kind.title), make("p", { className: "says" }, kind.says), form, this.told, this.result);
  }

  stop() {
    this.isStopped = true;
    if (this.running) remove("/api/v1/jobs/" + this.running);
  }

  /** @param {string} words @param {boolean} [isWrong] */
  end(words, isWrong) {
    this.running = null;
    this.bar.hidden = true;
    this.button.textContent = this.kind.ask;
    this.told.textContent = words;
    this.told.classList.toggle("wrong", isWrong === true);
  }

  /** @param {any} status */
  tell(status) {
    this.bar.hidden = false;
    if (status.all > 0) {
      this.bar.max = status.all;
      this.bar.value = status.done;
    } else this.bar.removeAttribute("value");
    this.told.textContent = status.what ? status.what : status.state;
  }

  /** @param {string} text */
  async ask(text) {
    this.end("");
    const asked = new URLSearchParams({ analysis: this.kind.name });
    this.fields.forEach(field => { if (field.value.trim() !== "") asked.set(field.name, field.value.trim()); });
    const response = await post("/api/v1/jobs?" + asked, "text/yaml", text, "application/json"), begun = await response.json();
    if (!response.ok) return this.end(begun.detail + (begun.remedy ? ". Remedy: " + begun.remedy : ""), true);
    this.running = begun.id;
    this.isStopped = false;
    this.button.textContent = "Stop";
    let last = begun;
    this.tell(last);
    await follow("/api/v1/jobs/" + begun.id + "/events", status => { last = status; this.tell(status); });
    if (last.state === "failed") return this.end(last.problem.detail + (last.problem.remedy ? ". Remedy: " + last.problem.remedy : ""), true);
    if (last.state !== "done") return this.end(this.isStopped ? "Stopped." : "The server does not answer: ask again.", !this.isStopped);
    const report = JSON.parse(await get("/page/jobs/" + begun.id));
    this.end("");
    this.shown = text;
    this.result.replaceChildren(...report.sections.map((/** @type {any} */ section) => parsed(section.html)), this.more(begun.id, asked));
    putFigures(this.kind.name, report.data.figures);
    this.age(current);
  }

  /** How to get the same elsewhere. @param {string} id @param {URLSearchParams} asked */
  more(id, asked) {
    const options = Array.from(asked).filter(([name]) => name !== "analysis").map(([name, value]) => this.kind.name === "dependence" && name !== "matrix" ? value : "--" + name + " " + (/^[\w,.]+$/.test(value) ? value : "'" + value + "'"));
    const command = "samarkand " + this.kind.name + " " + (this.kind.name === "dependence" ? [...options, "--case case.yaml"] : ["case.yaml", ...options]).join(" ");
    return make("details", { className: "more" }, make("summary", {}, "How to reproduce this"), make("p", {}, "With the case saved as case.yaml:"), make("pre", { className: "command" }, make("code", {}, command)),
      make("p", {}, make("button", { type: "button", click: () => save(this.kind.name + ".json", () => fetched("/api/v1/jobs/" + id + "/answer")) }, "The answer as JSON"), " The server keeps the last 32."));
  }

  /** Greys what belongs to another case. @param {string} text */
  age(text) {
    const isOld = this.shown !== null && this.shown !== text;
    this.result.classList.toggle("stale", isOld);
    if (this.running === null && this.shown !== null) this.told.textContent = isOld ? "This belongs to the case as it was. Ask again for the case as it is." : "";
  }
}

const boxes = kinds.map(kind => new StudyBox(kind));
box.append(...boxes.map(one => one.element));

/** The case is another, or answered. @param {boolean} isAsked whether it asks who comes to the rescue @param {string} text */
export function offer(isAsked, text) {
  boxes[0].element.hidden = !isAsked;
  age(text);
}

/** @param {string} text */
export function age(text) {
  current = text;
  boxes.forEach(one => one.age(text));
}

/** Forgets what was answered, and stops what runs. */
export function clear() {
  boxes.forEach(one => {
    one.stop();
    one.shown = null;
    one.result.replaceChildren();
    one.end("");
    putFigures(one.kind.name, []);
  });
}
