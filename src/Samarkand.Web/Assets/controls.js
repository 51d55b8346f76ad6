// The controls of a case: a card for each instrument, stances, horizon, coalition. Each knows its place in the text and edits it there.
import { at, make } from "./make.js";

/** @typedef {import("./text.js").CaseText} CaseText */
/** @typedef {(change: () => void, what: string) => void} Change */

const box = at("controls");

export class Controls {
  /** @param {() => CaseText} text @param {Change} change */
  constructor(text, change) {
    this.text = text;
    this.change = change;
    this.shape = "";
    /** @type {any} */
    this.model = null;
  }

  /** Takes the controls of an answer: made anew where the case has other parts, and only brought up to date where its values moved. @param {any} model */
  update(model) {
    const text = this.text(), numbers = model.instruments.flatMap((/** @type {any} */ one) => one.numbers);
    const choices = [...model.choices, ...model.stances];
    text.spans = [...numbers, ...choices, ...model.coalition].map(one => one.span).concat(model.instruments.map((/** @type {any} */ one) => one.lines)).filter(span => span);
    const shape = JSON.stringify([
      model.instruments.map((/** @type {any} */ one) => [one.path, one.kind, one.name, one.numbers.map((/** @type {any} */ number) => [number.path, number.unit])]),
      choices.map(one => [one.path, one.options]), model.coalition.map((/** @type {any} */ one) => one.code), text.off().map(off => off.says)
    ]);
    this.model = model;
    if (shape !== this.shape) {
      this.shape = shape;
      this.build();
    } else {
      this.refresh();
    }
  }

  /** Whether they may be moved: not while the text holds mistakes. @param {boolean} isOpen */
  open(isOpen) {
    box.inert = !isOpen;
    box.classList.toggle("stale", !isOpen);
  }

  clear() {
    this.shape = "";
    box.replaceChildren();
  }

  build() {
    const model = this.model;
    box.replaceChildren(
      this.group("The package", "", ...model.instruments.map((/** @type {any} */ _, /** @type {number} */ i) => this.card(i)), ...this.text().off().map((off, i) => this.offCard(off.says, i))),
      this.group("Time and deficits", "knobs", ...model.choices.map((/** @type {any} */ _, /** @type {number} */ i) => this.pick("choices", i))),
      ...(model.coalition.length > 0 ? [this.coalition()] : []),
      ...(model.stances.length > 0 ? [this.group("Stances", "knobs", ...model.stances.map((/** @type {any} */ _, /** @type {number} */ i) => this.pick("stances", i)))] : []));
  }

  /** Values that moved elsewhere, and words. The control under the hand stays as it is. */
  refresh() {
    const moving = document.activeElement;
    this.model.instruments.forEach((/** @type {any} */ one) => {
      const card = /** @type {HTMLElement} */ (box.querySelector("[data-path=\"" + one.path + "\"]"));
      /** @type {HTMLElement} */ (card.querySelector(".says")).textContent = one.says;
      one.numbers.forEach((/** @type {any} */ number) => card.querySelectorAll("[data-number=\"" + number.path + "\"] input").forEach(input => {
        if (input !== moving) /** @type {HTMLInputElement} */ (input).value = String(number.value);
      }));
    });
    [...this.model.choices, ...this.model.stances].forEach(choice => {
      /** @type {HTMLSelectElement} */ (box.querySelector("[data-choice=\"" + choice.path + "\"]")).value = choice.value;
    });
  }

  /** @param {string} title @param {string} kind @param {...Node} content */
  group(title, kind, ...content) {
    return make("section", { className: "group" }, make("h3", {}, title), make("div", { className: kind }, ...content));
  }

  /** @param {number} i */
  card(i) {
    const one = this.model.instruments[i], name = one.name || one.kind.replaceAll("-", " ");
    const card = make("fieldset", { className: "knobs", "data-path": one.path }, make("legend", {}, make("span", {}, name), one.lines ? this.toggle(name, true, () => this.text().switchOff(this.model.instruments[i].lines)) : ""));
    card.append(make("p", { className: "says" }, one.says), ...one.numbers.map((/** @type {any} */ _, /** @type {number} */ n) => this.knob(i, n)));
    if (one.evidence.length > 0) {
      card.append(make("details", {}, make("summary", {}, "\u201c Evidence"), ...one.evidence.map((/** @type {any} */ quote) => make("blockquote", {}, make("p", {}, quote.text), make("footer", {}, quote.source)))));
    }
    return card;
  }

  /** @param {string} says @param {number} i */
  offCard(says, i) {
    return make("fieldset", { className: "knobs off" }, make("legend", {}, make("span", {}, "Switched off"), this.toggle(says, false, () => this.text().switchOn(this.text().off()[i].start))), make("p", { className: "says" }, says));
  }

  /** @param {string} name @param {boolean} isOn @param {() => void} act */
  toggle(name, isOn, act) {
    return make("label", { className: "switch" }, make("input", { type: "checkbox", checked: isOn, "aria-label": "In force: " + name, change: () => this.change(act, name) }), " in force");
  }

  /** @param {number} i @param {number} n */
  knob(i, n) {
    const now = () => this.model.instruments[i].numbers[n], number = now();
    const limits = { min: number.least, max: number.most, step: number.step, value: number.value };
    const label = number.label + (number.unit ? ", " + number.unit : "");
    const named = label + ", " + (this.model.instruments[i].name || this.model.instruments[i].kind) + " " + number.path.replace(/\.[^.]+$/, "");
    const slider = make("input", { type: "range", ...limits, "aria-label": named });
    const field = make("input", { type: "number", ...limits, min: "", max: "", step: "any", "aria-label": named });
    const move = (/** @type {HTMLInputElement} */ from, /** @type {HTMLInputElement} */ to) => {
      if (from.value === "") return;
      to.value = from.value;
      this.change(() => this.text().put(now().span, from.value), number.path);
    };
    slider.addEventListener("input", () => move(slider, field));
    field.addEventListener("input", () => move(field, slider));
    return make("label", { className: "knob", "data-number": number.path }, make("span", {}, label), field, slider);
  }

  /** @param {"choices" | "stances"} kind @param {number} i */
  pick(kind, i) {
    const choice = this.model[kind][i];
    const select = make("select", { "data-choice": choice.path, change: () => this.change(() => {
      const now = this.model[kind][i];
      if (now.span) this.text().put(now.span, select.value);
      else this.text().add(now.path, select.value);
    }, choice.path) }, ...choice.options.map((/** @type {string} */ option) => make("option", { value: option, selected: option === choice.value }, option)));
    return make("label", { className: "pick" }, make("span", {}, choice.label), select);
  }

  coalition() {
    const members = this.model.coalition;
    const chips = members.map((/** @type {any} */ member, /** @type {number} */ i) => make("li", {}, member.name, make("button", {
      type: "button", title: "Leave out " + member.name, "aria-label": "Leave out " + member.name,
      click: () => this.change(() => this.text().takeOut(this.model.coalition[i].span), "coalition")
    }, "\u00d7")));
    const field = make("input", { type: "text", placeholder: "IND or EU", "aria-label": "Code of a state or bloc to add", maxLength: 8 });
    const add = () => {
      const code = field.value.trim().toUpperCase(), last = this.model.coalition.at(-1).span;
      if (/^[A-Z0-9]{2,8}$/.test(code)) this.change(() => this.text().put({ start: last.end, end: last.end }, ", " + code), "coalition");
    };
    field.addEventListener("keydown", event => { if (event.key === "Enter") add(); });
    return this.group("Coalition", "knobs", make("ul", { className: "chips" }, ...chips), make("p", { className: "add" }, field, make("button", { type: "button", click: add }, "Add")));
  }
}
