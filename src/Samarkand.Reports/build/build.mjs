// npm install && npm run build: writes echarts.min.js and world.json into the folder above.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import "./world.mjs";

// The licence header of the file that the library's authors build, tslib's included.
const official = readFileSync(createRequire(import.meta.url).resolve("echarts/dist/echarts.common.min.js"), "utf8");
const [apache, tslib] = official.match(/\/\*[^]*?\*\//g);
await build({
  entryPoints: ["echarts.mjs"],
  outfile: "../echarts.min.js",
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "echarts",
  target: "es2020",
  define: { "process.env.NODE_ENV": '"production"', __DEV__: "false" },
  legalComments: "none",
  banner: { js: `${apache}\n/* Changed: only the parts that the report uses, put together from echarts 6.1.0 by build/build.mjs. */\n${tslib}` }
});
