// The case as text in an editor that completes words, says what codes mean, and underlines mistakes. The text area stays what holds the text.
import { at } from "./make.js";
import { get } from "./server.js";

/** @typedef {{ code: string, name: string }} Named */

const area = /** @type {HTMLTextAreaElement} */ (at("text")), host = at("editor");

/** @type {any} */
let view = null;
/** @type {any} */
let parts = null;
/** @type {Named[]} */
let words = [];
let world = "";
let isLoading = false;

/** What an editor is made of, loaded when a case is opened. */
async function make() {
  parts = await import("./codemirror.min.js");
  const { EditorView, HighlightStyle, autocompletion, completionKeymap, defaultKeymap, drawSelection, history, historyKeymap, hoverTooltip, keymap, lineNumbers, syntaxHighlighting, tags, yaml } = parts;
  // Styles of a document need a tag that the page's rules forbid; those of a shadow root do not.
  const root = host.attachShadow({ mode: "open" }), place = document.createElement("div");
  root.append(place);
  const theme = EditorView.theme({
    "&": { height: "32rem", fontSize: ".8rem", background: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "6px" },
    ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
    ".cm-gutters": { background: "var(--raised)", color: "var(--soft)", borderRight: "1px solid var(--line)" },
    "&.cm-focused": { outline: "2px solid var(--accent)" },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "color-mix(in srgb, var(--accent) 30%, transparent)" },
    ".cm-tooltip": { background: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line)" },
    ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent)", color: "var(--paper)" },
    ".cm-meaning": { padding: ".15rem .5rem" }
  });
  const colours = HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
    { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
    { tag: tags.string, color: "var(--ink)" }
  ]);
  view = new EditorView({
    root: root, parent: place, doc: area.value,
    extensions: [
      lineNumbers(), history(), drawSelection(), yaml(), syntaxHighlighting(colours), theme,
      EditorView.contentAttributes.of({ "aria-label": "The case as YAML text", spellcheck: "false", autocapitalize: "off", tabindex: "0" }),
      autocompletion({ override: [complete] }), hoverTooltip(meaning),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.updateListener.of((/** @type {any} */ update) => {
        if (!update.docChanged || update.state.doc.toString() === area.value) return;
        area.value = update.state.doc.toString();
        area.dispatchEvent(new Event("input"));
      })
    ]
  });
  area.hidden = true;
  host.hidden = false;
  document.documentElement.dataset.editor = "ready";
}

/** @param {any} context */
function complete(context) {
  const word = context.matchBefore(/[\w-]+/);
  if (!word && !context.explicit) return null;
  return { from: word ? word.from : context.pos, options: words.map(one => ({ label: one.code, detail: one.name })), validFor: /^[\w-]*$/ };
}

/** What the word under the pointer means. @param {any} shown @param {number} place */
function meaning(shown, place) {
  const line = shown.state.doc.lineAt(place), before = /[\w-]*$/.exec(line.text.slice(0, place - line.from)), after = /^[\w-]*/.exec(line.text.slice(place - line.from));
  const word = (before ? before[0] : "") + (after ? after[0] : ""), known = words.find(one => one.code === word && one.name !== "");
  return known ? { pos: place - (before ? before[0].length : 0), above: true, create: () => {
    const box = document.createElement("div");
    box.className = "cm-meaning";
    box.textContent = known.code + ": " + known.name;
    return { dom: box };
  } } : null;
}

/** Shows what the text area holds, and knows the words of its world. @param {string} name */
export async function follow(name) {
  if (view === null) {
    if (isLoading) return;
    isLoading = true;
    // Without it the text area is there as it was.
    await make().catch(() => { isLoading = false; });
  }
  mirror();
  if (name !== world) {
    world = name;
    words = JSON.parse(await get("/page/words?world=" + encodeURIComponent(name))).words;
  }
}

/** The text changed elsewhere: what differs is put into the editor, so that it stays where it is. */
export function mirror() {
  if (view === null) return;
  const old = view.state.doc.toString(), fresh = area.value;
  if (old === fresh) return;
  let start = 0, end = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  while (end < old.length - start && end < fresh.length - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  view.dispatch({ changes: { from: start, to: old.length - end, insert: fresh.slice(start, fresh.length - end) } });
}

/** Underlines mistakes where they stand. @param {{ line: number | null, column: number | null, message: string }[]} problems */
export function underline(problems) {
  if (view === null) return;
  const document = view.state.doc;
  view.dispatch(parts.setDiagnostics(view.state, problems.filter(one => one.line && one.line <= document.lines).map(one => {
    const line = document.line(one.line), from = Math.min(line.to, line.from + (one.column || 1) - 1);
    return { from: from, to: Math.max(from, line.to), severity: "error", message: one.message };
  })));
}

/** Goes to a place in the text. @param {number} start @param {number} end */
export function goTo(start, end) {
  if (view === null) {
    area.focus();
    area.setSelectionRange(start, end);
  } else {
    view.dispatch({ selection: { anchor: start, head: Math.min(end, view.state.doc.length) }, scrollIntoView: true });
    view.focus();
  }
}
