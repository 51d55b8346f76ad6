// The text of a case and the places of its values. Whatever moves a value edits the text there, and the places behind it move along.

/** @typedef {{ start: number, end: number }} Span */

const offFirst = "#off ", offNext = "#off+ ";

export class CaseText {
  /** @param {string} text */
  constructor(text) {
    this.value = text;
    /** @type {Span[]} */
    this.spans = [];
  }

  /** Puts a word in the place of another. @param {Span} span @param {string} word */
  put(span, word) {
    const from = span.end, shift = word.length - (span.end - span.start);
    this.value = this.value.slice(0, span.start) + word + this.value.slice(span.end);
    this.spans.forEach(other => {
      if (other !== span && other.start >= from) other.start += shift;
      if (other !== span && other.end >= from) other.end += shift;
    });
    span.end += shift;
  }

  /** Marks lines as comments, so that they do not act and can come back. @param {Span} lines */
  switchOff(lines) {
    const marked = this.value.slice(lines.start, lines.end).split("\n").map((line, i) => (i === 0 ? offFirst : offNext) + line);
    this.value = this.value.slice(0, lines.start) + marked.join("\n") + this.value.slice(lines.end);
  }

  /** What is switched off: where each begins, and what it says. @returns {{ start: number, says: string }[]} */
  off() {
    const found = [];
    for (let start = 0; start >= 0 && start < this.value.length; start = this.value.indexOf("\n", start) + 1 || -1) {
      if (this.value.startsWith(offFirst, start)) found.push({ start: start, says: this.value.slice(start + offFirst.length).split("\n", 1)[0].trim().replace(/^- /, "") });
    }
    return found;
  }

  /** Brings back what is switched off at a place. @param {number} start */
  switchOn(start) {
    const lines = this.value.slice(start).split("\n");
    lines[0] = lines[0].slice(offFirst.length);
    for (let i = 1; i < lines.length && lines[i].startsWith(offNext); i++) lines[i] = lines[i].slice(offNext.length);
    this.value = this.value.slice(0, start) + lines.join("\n");
  }

  /** Writes a key of the case that it left to the default, below the title. @param {string} key @param {string} word */
  add(key, word) {
    const title = /^title:.*(\n[ \t]+.*)*/m.exec(this.value), at = title ? title.index + title[0].length : 0;
    this.value = this.value.slice(0, at) + (title ? "\n" : "") + key + ": " + word + (title ? "" : "\n") + this.value.slice(at);
  }

  /** Takes an item out of a list between brackets; false where it stands in another kind of list. @param {Span} span */
  takeOut(span) {
    const after = /^\s*,\s*/.exec(this.value.slice(span.end)), before = /,\s*$/.exec(this.value.slice(0, span.start));
    if (after) this.value = this.value.slice(0, span.start) + this.value.slice(span.end + after[0].length);
    else if (before) this.value = this.value.slice(0, before.index) + this.value.slice(span.end);
    return after !== null || before !== null;
  }
}
