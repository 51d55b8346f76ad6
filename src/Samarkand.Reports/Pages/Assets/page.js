// Sorts tables, switches units, and prepares the page for paper and for the dark.
(function () {
  "use strict";
  const keyOf = cell => {
    if (!cell.hasAttribute("data-value")) return cell.textContent.toLowerCase();
    const value = cell.getAttribute("data-value");
    return value === "" ? null : Number(value);
  };

  function sort(button) {
    const heading = button.parentElement, column = heading.cellIndex, body = heading.closest("table").tBodies[0];
    const direction = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    heading.parentElement.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    const rows = Array.from(body.rows, row => ({ row: row, key: keyOf(row.cells[column]) }));
    rows.sort((a, b) => a.key === null || b.key === null
      ? (a.key === null) - (b.key === null)
      : direction * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    body.append(...rows.map(item => item.row));
  }

  function toggle(button) {
    button.parentElement.querySelectorAll("button").forEach(other => other.setAttribute("aria-pressed", String(other === button)));
    window.setUnit(button.parentElement.dataset.chart, button.dataset.unit);
  }

  // Of the page as a whole, whose sections may come later.
  document.addEventListener("click", click => {
    const button = click.target.closest("button");
    if (button && button.matches("thead button")) sort(button);
    else if (button && button.matches(".toggle button")) toggle(button);
  });

  // Two pages are printed, or everything with its folds open.
  const whole = document.documentElement.classList, annex = document.querySelector("section.annex");
  const print = document.createElement("span");
  print.className = "print";
  (annex ? [["Print two pages", false], ["Print all", true]] : [["Print", true]]).forEach(([text, isWhole]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      whole.toggle("whole", isWhole);
      window.print();
      whole.remove("whole");
    });
    print.append(button);
  });
  const kicker = document.querySelector(".kicker");
  if (kicker) kicker.append(print);

  const paperWidth = 640;
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = whole.contains("whole") ? Array.from(document.querySelectorAll("details:not([open])")) : [];
    opened.forEach(details => { details.open = true; });
    draw.onPaper = true;
    window.showCharts(paperWidth);
  });
  window.addEventListener("afterprint", () => {
    opened.forEach(details => { details.open = false; });
    draw.onPaper = false;
    window.showCharts();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => window.showCharts());
})();
