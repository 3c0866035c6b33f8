// Counts of columns as the pages make them: `node counting.mjs COLUMNS < ASKED`, where ASKED is JSON of [address, size of cells].
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";

const web = fileURLToPath(new URL("../../web/", import.meta.url));
const { build } = await import(createRequire(web).resolve("vite"));
const entry = "every-count";
const exported = ["answers", "choosing", "columns", "counting", "filters"].map((name) => `export * from "${web}src/${name}.ts";`);
const out = await build({
  root: web,
  configFile: false,
  logLevel: "silent",
  plugins: [
    {
      name: "entry",
      resolveId: (id) => (id.endsWith(entry) ? entry : null),
      load: (id) => (id === entry ? exported.join("") : null),
    },
  ],
  build: { ssr: entry, write: false },
});
const { code } = (Array.isArray(out) ? out[0] : out).output[0];
const { cellsOf, chosen, facetsOf, fromAddress, listed, read, weeksOf } = await import(
  `data:text/javascript,${encodeURIComponent(code)}`
);
const file = readFileSync(process.argv[2]);
const columns = read(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
const told = JSON.parse(readFileSync(0, "utf8")).map(([asked, size]) => {
  const bits = chosen(columns, fromAddress(asked));
  if (!bits) return null;
  return {
    facets: facetsOf(columns, bits),
    weeks: weeksOf(columns, bits),
    cells: cellsOf(columns, bits, size),
    ids: listed(columns, bits, 0, 200),
  };
});
process.stdout.write(JSON.stringify(told));
