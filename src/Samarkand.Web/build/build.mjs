// npm install && npm run build: writes codemirror.min.js into the folder of the page's files.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const licence = readFileSync("node_modules/@codemirror/view/LICENSE", "utf8").trim();
await build({
  entryPoints: ["editor.mjs"],
  outfile: "../Assets/codemirror.min.js",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  banner: { js: `// @ts-nocheck\n/*! CodeMirror 6 (codemirror.net), only the parts that the page uses, put together by src/Samarkand.Web/build/build.mjs.\n${licence}\n*/` }
});
