// Asks this page's own server, and nobody else.

const place = "samarkand-key";

/** @param {string | null} key */
export function learnKey(key) {
  if (key) sessionStorage.setItem(place, key);
}

/** @param {Record<string, string>} headers */
function withKey(headers) {
  const key = sessionStorage.getItem(place);
  return key ? { ...headers, Authorization: "Bearer " + key } : headers;
}

/** What stands at an address, as text. @param {string} address @returns {Promise<string>} */
export async function get(address) {
  const response = await fetch(address, { headers: withKey({}) });
  if (!response.ok) throw new Error((await response.json()).detail);
  return response.text();
}

/** What an address answers, as it comes. @param {string} address @param {string} [accept] */
export function fetched(address, accept) {
  return fetch(address, { headers: withKey(accept ? { Accept: accept } : {}) });
}

/**
 * What an address answers to a question. A problem is no failure: it is told as one.
 * @param {string} address @param {string} type @param {string} body @param {string} accept @param {AbortSignal} [signal]
 */
export function post(address, type, body, accept, signal) {
  return fetch(address, { method: "POST", body: body, signal: signal, headers: withKey({ "Content-Type": type, Accept: accept }) });
}

/** Gives up what stands at an address. @param {string} address */
export function remove(address) {
  return fetch(address, { method: "DELETE", headers: withKey({}), keepalive: true });
}

/** Hears events until there are no more. @param {string} address @param {(status: any) => void} heard */
export async function follow(address, heard) {
  const response = await fetch(address, { headers: withKey({ Accept: "text/event-stream" }) });
  if (!response.ok || !response.body) throw new Error("The server does not tell how far it is: ask again.");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (rest + part.value).split("\n\n");
    rest = events.pop() || "";
    events.forEach(event => {
      const data = event.split("\n").filter(line => line.startsWith("data:")).map(line => line.slice(5).trim()).join("");
      if (data) heard(JSON.parse(data));
    });
  }
}
