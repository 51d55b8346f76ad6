// Saves each drawing as SVG or PNG. Styles of the page are written into the copy, which then stands alone.
(function () {
  "use strict";
  const styles = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "paint-order"];
  const pixels = 2;

  function standalone(svg) {
    const copy = svg.cloneNode(true), box = svg.getBoundingClientRect();
    const own = [svg, ...svg.querySelectorAll("*")], copied = [copy, ...copy.querySelectorAll("*")];
    own.forEach((element, i) => {
      if (!element.hasAttribute("class") && element !== svg) return;
      const computed = getComputedStyle(element);
      styles.forEach(name => { if (!copied[i].hasAttribute(name) || element.hasAttribute("class")) copied[i].setAttribute(name, computed.getPropertyValue(name)); });
    });
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", Math.round(box.width));
    copy.setAttribute("height", Math.round(box.height));
    if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", "0 0 " + Math.round(box.width) + " " + Math.round(box.height));
    copy.style.background = getComputedStyle(document.body).backgroundColor;
    return new XMLSerializer().serializeToString(copy);
  }

  function offer(name, blob) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.setAttribute("download", name);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function savePng(name, svg) {
    const box = svg.getBoundingClientRect(), picture = new Image(), paper = getComputedStyle(document.body).backgroundColor;
    picture.onload = () => {
      const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
      canvas.width = Math.round(box.width * pixels);
      canvas.height = Math.round(box.height * pixels);
      pen.fillStyle = paper;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => offer(name + ".png", blob), "image/png");
    };
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(standalone(svg));
  }

  function addTo(box) {
    const name = (box.id || "routes").replace(/^chart-/, ""), save = document.createElement("p");
    save.className = "save";
    [["SVG", svg => offer(name + ".svg", new Blob([standalone(svg)], { type: "image/svg+xml" }))], ["PNG", svg => savePng(name, svg)]].forEach(([text, act]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.setAttribute("aria-label", "Save the drawing " + name + " as " + text);
      button.addEventListener("click", () => { const svg = box.querySelector("svg"); if (svg) act(svg); });
      save.append(button);
    });
    box.after(save);
  }

  // Beside every drawing that has none yet.
  window.offerDrawings = () => document.querySelectorAll(".chart, .sankey").forEach(box => {
    if (!box.nextElementSibling || box.nextElementSibling.className !== "save") addTo(box);
  });
  window.offerDrawings();
})();
