// What stands beside each figure of an answer: its numbers, how to get them again, a sentence to quote, and a way to show it elsewhere.
import { embedTool } from "./embedding.js";
import { at, make } from "./make.js";
import { save } from "./saving.js";
import { post } from "./server.js";

/** The table that each chart draws. @type {Record<string, string>} */
const tables = { pays: "effects", map: "effects", imports: "trade-by-partner", exports: "trade-by-partner", output: "sector-output", routes: "routes" };

const dialog = /** @type {HTMLDialogElement} */ (at("reproduce-box")), box = at("reproduce-content");

/** @type {{ text: string, against: string | null, quote: string }} */
let state = { text: "", against: null, quote: "" };

/** @param {string} text @param {string} type */
const file = async (text, type) => new Response(new Blob([text], { type: type }));

/** @param {string} title @param {string} code */
function block(title, code) {
  const button = make("button", { type: "button", click: async () => {
    await navigator.clipboard.writeText(code);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  } }, "Copy");
  button.setAttribute("aria-label", "Copy: " + title);
  return make("div", { className: "code-block" }, make("h3", {}, title), button, make("pre", { className: "case", tabIndex: 0 }, make("code", {}, code)));
}

/** @param {string} table */
function show(table) {
  const origin = location.origin, isCompared = state.against !== null, address = origin + "/api/v1/answers?table=" + table;
  const against = isCompared ? " --against against.yaml" : "";
  box.replaceChildren(
    make("p", { className: "save" }, make("button", { type: "button", click: () => save("case.yaml", () => file(state.text, "text/yaml")) }, "Save case.yaml"),
      ...(isCompared ? [make("button", { type: "button", click: () => save("against.yaml", () => file(state.against || "", "text/yaml")) }, "Save against.yaml")] : [])),
    block("A sentence to quote", state.quote),
    block("On the command line", "samarkand simulate case.yaml" + against + " --table " + table + " --format csv"),
    block("In C#", ["using Samarkand.Cases;", "using Samarkand.Effects;", "using Samarkand.Reports.Tables;", "", "var answer = CaseAnswer.Solve(CaseSource.FromFile(\"case.yaml\").Open());",
      ...(isCompared ? ["answer = answer.Against(CaseAnswer.Solve(CaseSource.FromFile(\"against.yaml\").Open()));"] : []),
      "TableWriter.WriteCsv(new CaseTables(answer, []).Make(\"" + table + "\"), Console.Out);"].join("\n")),
    ...(isCompared ? [] : [
      block("In Python, while this server runs", ["import csv, io, urllib.request", "", "case = open(\"case.yaml\", \"rb\").read()", "request = urllib.request.Request(",
        "    \"" + address + "\", case, {\"Content-Type\": \"text/yaml\", \"Accept\": \"text/csv\"})", "with urllib.request.urlopen(request) as response:", "    rows = list(csv.DictReader(io.TextIOWrapper(response, \"utf-8\")))"].join("\n")),
      block("In R, while this server runs", "rows <- read.csv(pipe(paste(\"curl --silent --data-binary @case.yaml -H 'Content-Type: text/yaml'\",\n  \"-H 'Accept: text/csv' '" + address + "'\")))")
    ]));
  dialog.showModal();
}

/** @param {string} label @param {string} says @param {(button: HTMLButtonElement) => void} act */
function tool(label, says, act) {
  const button = make("button", { type: "button", className: "tool", click: () => act(button) }, label);
  button.setAttribute("aria-label", says);
  return button;
}

/** Puts the tools beside every figure that has none yet. @param {string} text @param {string | null} against @param {string} quote */
export function offerTools(text, against, quote) {
  state = { text: text, against: against, quote: quote };
  at("sections").querySelectorAll(".chart, .sankey").forEach(chart => {
    const name = (chart.id || "chart-routes").replace(/^chart-/, ""), table = tables[name], row = chart.nextElementSibling;
    if (!table || !row || row.className !== "save" || row.querySelector(".tool")) return;
    const answer = (/** @type {string} */ type) => post("/api/v1/answers?table=" + table, "text/yaml", state.text, type);
    row.append(
      tool("CSV", "Save the table of " + name + " as CSV", () => save(table + ".csv", () => answer("text/csv"))),
      tool("JSON", "Save the table of " + name + " as JSON", () => save(table + ".json", () => answer("application/json"))),
      tool("Reproduce, quote", "Reproduce, quote: how to get the numbers of " + name + " again", () => show(table)));
    if (chart.id) row.append(embedTool(name, () => state));
  });
}

at("reproduce-close").addEventListener("click", () => dialog.close());
