// An analysis that the server runs as a job: begun, watched, and what the page shows of it.
import { follow, get } from "./server.js";

/** @typedef {{ id: string | null, report: any, problem: string | null, isDone: boolean }} Ended */

/** @param {any} told */
const inWords = told => told.detail + (told.remedy ? ". Remedy: " + told.remedy : "");

/** Begins it and waits for its end. @param {Response} response what the server said to it @param {(status: any) => void} tell hears how far it is @returns {Promise<Ended>} */
export async function outcome(response, tell) {
  const begun = await response.json();
  if (!response.ok) return { id: null, report: null, problem: inWords(begun), isDone: false };
  let last = begun;
  tell(last);
  await follow("/api/v1/jobs/" + begun.id + "/events", status => { last = status; tell(status); });
  if (last.state === "failed") return { id: begun.id, report: null, problem: inWords(last.problem), isDone: false };
  if (last.state !== "done") return { id: begun.id, report: null, problem: null, isDone: false };
  return { id: begun.id, report: JSON.parse(await get("/page/jobs/" + begun.id)), problem: null, isDone: true };
}
