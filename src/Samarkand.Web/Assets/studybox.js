// An analysis that takes seconds: what is asked, its progress, a way to stop it, and what came of it.
import { offerEmbeds } from "./embedding.js";
import { outcome } from "./job.js";
import { make } from "./make.js";
import { parsed, putFigures } from "./report.js";
import { save } from "./saving.js";
import { fetched, remove } from "./server.js";

/** @typedef {{ name: string, label: string, kind: "text" | "number", usual: string }} Field */
/** @typedef {{ name: string, title: string, says: string, fields: Field[], ask: string }} Kind */

/** @type {(name: string, label: string, usual?: string) => Field} */
export const words = (name, label, usual) => ({ name: name, label: label, kind: "text", usual: usual || "" });
/** @type {(name: string, label: string, usual: number) => Field} */
export const number = (name, label, usual) => ({ name: name, label: label, kind: "number", usual: String(usual) });

/** @param {string} word */
const quoted = word => /^[\w,.]+$/.test(word) ? word : "'" + word + "'";

export class StudyBox {
  /** @param {Kind} kind @param {(asked: URLSearchParams, text: string) => Promise<Response>} begin @param {string} setting what stands before its command's options */
  constructor(kind, begin, setting) {
    this.kind = kind;
    this.begin = begin;
    this.setting = setting;
    this.current = "";
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
      if (this.running === null) this.ask(this.current).catch(failure => this.end(failure.message, true));
      else this.stop();
    } }, ...kind.fields.map((field, i) => make("label", {}, field.label, this.fields[i])), this.button, this.bar);
    this.element = make("div", { className: "study", id: "study-" + kind.name }, make("h3", {}, kind.title), make("p", { className: "says" }, kind.says), form, this.told, this.result);
  }

  stop() {
    this.isStopped = true;
    if (this.running) remove("/api/v1/jobs/" + this.running).catch(() => {});
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
    this.isStopped = false;
    const ended = await outcome(await this.begin(asked, text), status => {
      this.running = status.id;
      this.button.textContent = "Stop";
      this.tell(status);
    });
    if (ended.problem !== null) return this.end(ended.problem, true);
    if (!ended.isDone) return this.end(this.isStopped ? "Stopped." : "The server does not answer: ask again.", !this.isStopped);
    const report = ended.report;
    this.end("");
    this.shown = text;
    this.result.replaceChildren(...report.sections.map((/** @type {any} */ section) => parsed(section.html)), this.more(String(ended.id), report.tables, asked));
    putFigures(this.kind.name, report.data.figures);
    // Who depends on whom in a world is asked without a case, which a frame could not name.
    if (this.setting.includes("case.yaml")) offerEmbeds(this.result, { text: text, against: null }, asked);
    this.age(this.current);
  }

  /** How to get the same elsewhere. @param {string} id @param {string[]} tables @param {URLSearchParams} asked */
  more(id, tables, asked) {
    const pairs = Array.from(asked).filter(([name]) => name !== "analysis");
    const options = pairs.map(([name, value]) => (name === "one" || name === "two" ? "" : "--" + name + " ") + quoted(value));
    const command = ["samarkand", this.kind.name, ...options, this.setting].join(" ");
    return make("details", { className: "more" }, make("summary", {}, "How to reproduce this"), ...(this.setting.includes("case.yaml") ? [make("p", {}, "With the case saved as case.yaml:")] : []), make("pre", { className: "command" }, make("code", {}, command)),
      make("p", {}, make("button", { type: "button", click: () => save(this.kind.name + ".json", () => fetched("/api/v1/jobs/" + id + "/answer")) }, "The answer as JSON"), " The server keeps the last 32."),
      make("p", {}, "Its tables as CSV: ", ...tables.map(table => make("button", { type: "button", click: () => save(table + ".csv", () => fetched("/api/v1/jobs/" + id + "/answer?table=" + table, "text/csv")) }, table))));
  }

  /** Greys what belongs to another case. @param {string} text */
  age(text) {
    this.current = text;
    const isOld = this.shown !== null && this.shown !== text;
    this.result.classList.toggle("stale", isOld);
    if (this.running === null && this.shown !== null) this.told.textContent = isOld ? "This belongs to the case as it was. Ask again for the case as it is." : "";
  }

  /** Forgets what was answered, and stops what runs. */
  clear() {
    if (this.running !== null) this.stop();
    this.shown = null;
    this.result.replaceChildren();
    this.end("");
    putFigures(this.kind.name, []);
  }
}
