// The whole question in the address: compressed, so that a link holds the case and the server keeps none.

/** @typedef {{ text: string, against: string | null }} State */

/** @param {ReadableStream<Uint8Array>} stream */
const bytesOf = async stream => new Uint8Array(await new Response(stream).arrayBuffer());

/** @param {State} state @returns {Promise<string>} */
export async function pack(state) {
  const bytes = await bytesOf(new Blob([JSON.stringify(state)]).stream().pipeThrough(new CompressionStream("deflate-raw")));
  let text = "";
  bytes.forEach(byte => { text += String.fromCharCode(byte); });
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} packed @returns {Promise<State>} */
export async function unpack(packed) {
  const text = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(text, letter => letter.charCodeAt(0));
  const state = JSON.parse(new TextDecoder().decode(await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")))));
  return { text: String(state.text), against: typeof state.against === "string" ? state.against : null };
}
