// The game of stances: a job that takes seconds, with its progress, that can be stopped. Its answer goes with the case that it was asked for.
import { show } from "./report.js";
import { follow, get, post, remove } from "./server.js";

const line = document.getElementById("game"), state = document.getElementById("game-state");
const button = document.getElementById("game-ask"), bar = /** @type {HTMLProgressElement} */ (document.getElementById("game-progress"));
const asking = "Who comes to the rescue?";

/** @type {() => string} */
let current = () => "";
/** @type {string | null} */
let running = null;
let stopped = false;

/** Whether the case asks who comes to the rescue. @param {boolean} isAsked @param {() => string} text */
export function offer(isAsked, text) {
  current = text;
  if (running === null) line.hidden = !isAsked;
}

/** @param {any} status */
function tell(status) {
  bar.hidden = status.all === 0;
  bar.max = status.all || 1;
  bar.value = status.done;
  state.textContent = status.what ? status.what : status.state;
}

function end(/** @type {string} */ words) {
  running = null;
  bar.hidden = true;
  button.textContent = asking;
  state.textContent = words;
}

/** @param {string} text */
async function play(text) {
  const response = await post("/api/v1/jobs", "text/yaml", text, "application/json");
  const begun = await response.json();
  if (!response.ok) return end(begun.detail);
  running = begun.id;
  stopped = false;
  button.textContent = "Stop";
  let last = begun;
  await follow("/api/v1/jobs/" + begun.id + "/events", status => { last = status; tell(status); });
  if (last.state !== "done") return end(stopped ? "" : last.problem ? last.problem.detail : last.state);
  const report = JSON.parse(await get("/page/jobs/" + begun.id));
  if (current() !== text) return end("The case has changed since: ask again.");
  end("");
  show(report);
}

button.addEventListener("click", () => {
  if (running === null) play(current()).catch(failure => end(failure.message));
  else {
    stopped = true;
    remove("/api/v1/jobs/" + running);
  }
});
