// The analyses of a case that take seconds. Each answer goes with the case that it was asked for.
import { at } from "./make.js";
import { post } from "./server.js";
import { StudyBox, number, words } from "./studybox.js";

/** @typedef {import("./studybox.js").Kind} Kind */

/** @type {Kind[]} */
const kinds = [
  { name: "align", title: "Who comes to the rescue?", says: "The game of stances: what every state would do, and the price of friendship.", fields: [number("draws", "Draws", 200)], ask: "Solve the game" },
  { name: "sweep", title: "How sure is it?", says: "Draws of what is not known, and which of it matters the most. The case has to say what is not known under priors.", fields: [number("draws", "Draws", 200), number("seed", "Seed", 1)], ask: "Draw" },
  { name: "explain", title: "Which instrument does what?", says: "What each instrument adds, and by which channels incomes change.", fields: [words("regions", "Whose channels, or empty")], ask: "Explain" },
  { name: "coalition", title: "What does each member bear, and what is it worth?", says: "Transfers that would share the burden, and what is lost when a member leaves.", fields: [words("members", "Members, or empty for all"), words("joins", "Who might join")], ask: "Share" },
  { name: "design", title: "Which bans hurt most for what they cost?", says: "The package of bans that does the harm of this case at the least cost, and the frontier.", fields: [words("budget", "Or the most for a cost of")], ask: "Design" },
  { name: "dependence", title: "Who depends on whom?", says: "What each of two states loses when all their trade is cut, before and under this case; or every pair of a bloc.", fields: [words("one", "A state", "RUS"), words("two", "Another", "CHN"), words("matrix", "Or a bloc, such as SCO")], ask: "Cut" }
];

/** @type {(asked: URLSearchParams, text: string) => Promise<Response>} */
const begin = (asked, text) => post("/api/v1/jobs?" + asked, "text/yaml", text, "application/json");
const boxes = kinds.map(kind => new StudyBox(kind, begin, kind.name === "dependence" ? "--case case.yaml" : "case.yaml"));
at("studies").append(...boxes.map(one => one.element));

/** The case is another, or answered. @param {boolean} isAsked whether it asks who comes to the rescue @param {string} text */
export function offer(isAsked, text) {
  boxes[0].element.hidden = !isAsked;
  age(text);
}

/** @param {string} text */
export function age(text) {
  boxes.forEach(one => one.age(text));
}

/** Forgets what was answered, and stops what runs. */
export function clear() {
  boxes.forEach(one => one.clear());
}

// Who leaves the page waits for nothing.
addEventListener("pagehide", clear);
