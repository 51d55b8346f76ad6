// Shows the report's own sections, as the server makes them, and lets the report's own scripts draw.
import { at } from "./make.js";
import { get } from "./server.js";

const head = at("head"), menu = at("menu"), sections = at("sections");

/** @type {Promise<any>} */
let world = Promise.resolve(null);
let isFetched = false;
let drawing = 0;
let order = "";

/** Markup of the server, which has escaped every text of the case. @param {string} html @returns {HTMLElement} */
export function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
}

/** Puts new content into a section without touching its drawings, and keeps what the reader has opened. @param {HTMLElement} old @param {HTMLElement} fresh */
function renew(old, fresh) {
  old.querySelectorAll(".chart").forEach(chart => {
    const place = fresh.querySelector("#" + CSS.escape(chart.id));
    if (place) {
      chart.setAttribute("aria-label", place.getAttribute("aria-label") || "");
      place.replaceWith(chart);
    }
  });
  const open = new Set(Array.from(old.querySelectorAll("details[open] > summary"), summary => summary.textContent));
  fresh.querySelectorAll("details > summary").forEach(summary => {
    if (open.has(summary.textContent)) /** @type {HTMLDetailsElement} */ (summary.parentElement).open = true;
  });
  fresh.querySelectorAll(".toggle").forEach(one => {
    const toggle = /** @type {HTMLElement} */ (one), unit = window.unitOf(toggle.dataset.chart);
    toggle.querySelectorAll("button").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.unit === unit)));
  });
  old.replaceChildren(...fresh.childNodes);
}

/** @param {any} report */
export function show(report) {
  document.title = report.title + " · Samarkand";
  if (report.is_whole) {
    head.replaceChildren(parsed(report.header));
    menu.replaceChildren(...report.sections.map((/** @type {any} */ section) => Object.assign(document.createElement("a"), { href: "#" + section.id, textContent: section.label })));
  }
  const ids = report.sections.map((/** @type {any} */ section) => section.id).join(" ");
  const fresh = report.sections.map((/** @type {any} */ section) => parsed(section.html));
  if (order === "" || (report.is_whole && order !== ids)) {
    const old = new Map(Array.from(sections.children, child => [child.id, child]));
    sections.replaceChildren(...fresh.map((/** @type {HTMLElement} */ section) => {
      const known = /** @type {HTMLElement | undefined} */ (old.get(section.id));
      if (!known) return section;
      renew(known, section);
      return known;
    }));
    order = report.is_whole ? ids : "";
  } else {
    fresh.forEach((/** @type {HTMLElement} */ section) => renew(at(section.id), section));
  }
  if (report.is_whole) window.offerDrawings();
  stale(false, report.is_whole);
  draw(report);
}

/** Greys what belongs to another question. @param {boolean} isStale @param {boolean} [isWhole] */
export function stale(isStale, isWhole) {
  Array.from(sections.children).forEach(section => {
    if (isStale || isWhole || section.id === "answer") section.classList.toggle("stale", isStale);
    else section.classList.add("stale");
  });
}

/** What the charts of the answer draw; those of the analyses come to it. @type {any} */
let drawn = null;
/** @type {Map<string, any[]>} */
const further = new Map();

/** @param {string} name */
const isFurther = name => Array.from(further.values()).some(figures => figures.some(figure => figure.id === name));

/** What stands beside the figures of an analysis where there is no case. */
const nothing = { target: "", before: null, regions: [], partners: [], sectors: [], map: null, figures: [] };

/** Draws the figures of an analysis. @param {string} name @param {any[]} figures */
export function putFigures(name, figures) {
  further.set(name, figures);
  const ids = new Set(figures.map(figure => figure.id));
  if (ids.size > 0) draw({ data: drawn || nothing, is_whole: true }, id => ids.has(id));
  window.offerDrawings();
}

/** @param {Element} box */
function isSeen(box) {
  const place = box.getBoundingClientRect();
  return place.bottom > -200 && place.top < innerHeight + 200;
}

/** Draws after the numbers, and not what nobody sees while a slider moves. @param {any} report @param {(name: string) => boolean} [which] */
async function draw(report, which) {
  drawn = report.data === nothing ? null : report.data;
  if (!isFetched) {
    isFetched = true;
    world = get("/report/world.json").then(JSON.parse).catch(() => { isFetched = false; });
  }
  const shapes = await world;
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => setTimeout(() => window.drawPage({ ...report.data, figures: [...report.data.figures, ...Array.from(further.values()).flat()] }, shapes, which || ((/** @type {string} */ name) => !isFurther(name) && (report.is_whole || isSeen(at("chart-" + name)))))));
}

/** Forgets what was shown. */
export function clear() {
  order = "";
  drawn = null;
  head.replaceChildren();
  menu.replaceChildren();
  sections.replaceChildren();
}

// The menu's links would be read as questions.
menu.addEventListener("click", click => {
  const link = /** @type {Element} */ (click.target).closest("a");
  if (!link) return;
  click.preventDefault();
  at((link.getAttribute("href") || "").slice(1)).scrollIntoView();
});
head.addEventListener("click", click => {
  if (/** @type {Element} */ (click.target).closest(".skip")) click.preventDefault();
});
