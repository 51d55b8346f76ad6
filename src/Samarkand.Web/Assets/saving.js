// Saves what an address answers as a file.
import { make } from "./make.js";

/** @param {string} name @param {() => Promise<Response>} fetched */
export async function save(name, fetched) {
  const response = await fetched();
  if (!response.ok) return;
  const link = make("a", { href: URL.createObjectURL(await response.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
