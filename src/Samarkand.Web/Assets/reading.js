// A text that somebody pastes: its claims marked, and the case that is drafted from them.
import { at } from "./make.js";
import { save } from "./saving.js";
import { post } from "./server.js";

const address = "/api/v1/claims";
const area = /** @type {HTMLTextAreaElement} */ (at("article"));
const told = at("article-told"), content = at("reading-content");
const draft = /** @type {HTMLButtonElement} */ (at("open-draft"));
const ask = /** @type {HTMLButtonElement} */ (at("paste").querySelector("button"));

let text = "";
let read = () => {};
/** @type {(text: string) => void} */
let drafted = () => {};

/** Tells when a text was read. @param {() => void} heard */
export function onRead(heard) {
  read = heard;
}

/** Tells of a case that is to be opened. @param {(text: string) => void} heard */
export function onDraft(heard) {
  drafted = heard;
}

/** Whether there is a text that was read. */
export const isThere = () => content.childElementCount > 0;

/** @param {string} message @param {boolean} isWrong */
function tell(message, isWrong) {
  told.textContent = message;
  told.classList.toggle("wrong", isWrong);
}

/** The server's page, in which every text of the article is a text. @param {string} page */
function show(page) {
  const parsed = new DOMParser().parseFromString(page, "text/html");
  const part = document.importNode(/** @type {HTMLElement} */ (parsed.body.firstElementChild), true);
  content.replaceChildren(part);
  /** @type {any} */ (window).followClaims(part);
  draft.hidden = part.querySelector("#case pre") === null;
  read();
  scrollTo(0, 0);
}

at("paste").addEventListener("submit", async submit => {
  submit.preventDefault();
  ask.disabled = true;
  tell("Reading", false);
  try {
    text = area.value;
    const response = await post(address, "text/plain", text, "text/html");
    if (response.ok) {
      show(await response.text());
      tell("", false);
    } else {
      const problem = await response.json();
      tell(problem.detail + (problem.remedy ? ". Remedy: " + problem.remedy : ""), true);
    }
  } catch {
    tell("The server does not answer. Is `samarkand serve` still running?", true);
  }
  ask.disabled = false;
});
draft.addEventListener("click", () => drafted((content.querySelector("#case pre")?.textContent || "").trimEnd() + "\n"));
at("get-claims").addEventListener("click", () => save("claims.csv", () => post(address, "text/plain", text, "text/csv")));
