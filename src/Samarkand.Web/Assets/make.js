// Makes elements. Texts stay texts, whatever they hold.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {Record<string, string | number | boolean | ((event: any) => void)>} properties @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(name, properties, ...content) {
  const element = document.createElement(name);
  Object.entries(properties).forEach(([key, value]) => {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (key.includes("-")) element.setAttribute(key, String(value));
    else Reflect.set(element, key, value);
  });
  element.append(...content);
  return element;
}

/** The element of the page that has this id. @param {string} id @returns {HTMLElement} */
export function at(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error("the page has no " + id);
  return element;
}
