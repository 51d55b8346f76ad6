// The first page: the cases that ship as questions with their answers, and recipes.
import { at, make } from "./make.js";
import { get } from "./server.js";

/** @typedef {{ name: string, title: string, question: string | null }} Entry */

/** @param {string} name @param {string} title @param {string} text */
const door = (name, title, text) => make("a", { className: "door", href: "#case=" + encodeURIComponent(name), "data-name": name }, make("strong", {}, title), make("span", {}, text));

export async function showStart() {
  const questions = at("questions"), recipes = at("recipes");
  if (questions.childElementCount > 0) return;
  const listed = JSON.parse(await get("/api/v1/cases"));
  questions.append(...listed.cases.map((/** @type {Entry} */ one) => door(one.name, one.title, one.question || "")));
  recipes.append(door("your-own", "Your own question", "A commented case to change."), ...listed.recipes.map((/** @type {Entry} */ one) => door(one.name, one.title, one.question || "")));
  at("worlds").append(...JSON.parse(await get("/api/v1/worlds")).worlds.map((/** @type {any} */ one) => make("a", { className: "door", href: "#world=" + encodeURIComponent(one.name) }, make("strong", {}, one.title), make("span", {}, one.regions + " regions, " + one.sectors + " sectors, " + one.year))));
  JSON.parse(await get("/page/leads")).leads.forEach((/** @type {{ name: string, text: string }} */ lead) => {
    const text = questions.querySelector("[data-name=\"" + CSS.escape(lead.name) + "\"] span");
    if (text) text.textContent = lead.text;
  });
}
