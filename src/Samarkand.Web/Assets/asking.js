// One question at a time, and the latest wins: what is asked while another waits for its answer replaces all that were asked between.
import { post } from "./server.js";

/** @typedef {{ text: string, against: string | null, whole: boolean }} Question */

const restOf = 300;

export class Asking {
  /** @param {(question: Question, reply: any) => void} answered @param {(problem: any) => void} refused */
  constructor(answered, refused) {
    this.answered = answered;
    this.refused = refused;
    /** @type {Question | null} */
    this.next = null;
    /** @type {AbortController | null} */
    this.running = null;
    this.isWhole = false;
    this.timer = 0;
  }

  /** Asks for what changes at once, and for all of it when the hand rests. @param {string} text @param {string | null} against */
  ask(text, against) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.put({ text: text, against: against, whole: true }), restOf);
    this.put({ text: text, against: against, whole: false });
  }

  /** @param {Question} question */
  put(question) {
    this.next = question;
    // The whole takes longer, and is of no use once the case is another.
    if (this.running && this.isWhole) this.running.abort();
    if (!this.running) this.run();
  }

  async run() {
    while (this.next) {
      const question = this.next;
      this.next = null;
      this.running = new AbortController();
      this.isWhole = question.whole;
      try {
        const response = await post("/page/answer", "application/json", JSON.stringify(question), "application/json", this.running.signal);
        const reply = await response.json();
        if (response.ok) this.answered(question, reply);
        else this.refused({ ...reply, retry: response.status === 429 || response.status === 503 });
        if ((response.status === 429 || response.status === 503) && !this.next) this.later(question);
      } catch (failure) {
        if (!(failure instanceof DOMException && failure.name === "AbortError")) {
          this.refused({ detail: "The server does not answer.", remedy: "Is `samarkand serve` still running? The page asks again by itself.", problems: [], retry: true });
          if (!this.next) this.later(question);
        }
      }
      this.running = null;
    }
  }

  /** @param {Question} question */
  later(question) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.put({ ...question, whole: true }), 2000);
  }
}
