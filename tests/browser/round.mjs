// Writes docs/pages-round.md from the count of a full run: `node round.mjs COUNT OUT`, called by `cargo xtask test --full`.
// A tour that did not run is said so. Must never round a fault away.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";

const SETS = ["empty, filled, errors", "long names", "without scripts"];
const LANGS = ["kk", "ru", "en"];

const ONCE = "no sentence is hard-coded, and longer ones fit";

const [count, out] = process.argv.slice(2);
const looked = fs.readFileSync(count, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const row = (set) => LANGS.map((lang) => looked.filter((one) => one.set === set && one.lang === lang));
const cell = (pages) => (pages.length === 0 ? "did not run" : `${pages.length} pages, ${pages.reduce((sum, one) => sum + one.faults, 0)} faults`);

const git = (...words) => execFileSync("git", words, { encoding: "utf8" }).trim();
const changed = git("status", "--porcelain") === "" ? "" : " with changes not committed";
const date = new Date().toISOString().slice(0, 16).replace("T", " ");
const chromium = execFileSync("chromium", ["--version"], { encoding: "utf8" }).trim();
const axe = JSON.parse(fs.readFileSync(new URL("node_modules/axe-core/package.json", import.meta.url))).version;
fs.writeFileSync(out, `# Last round over every page

Written by \`cargo xtask test --full\`. Commit ${git("rev-parse", "--short", "HEAD")}${changed}, ${date} UTC; ${os.cpus().length} cores ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GiB,
${chromium}, axe ${axe}. A page is counted each time a tour looks at it; what is asked of it is in [proof.md](proof.md#pages).

| tour | ${LANGS.join(" | ")} |
|---|---|---|---|
${SETS.map((set) => `| ${set} | ${row(set).map(cell).join(" | ")} |`).join("\n")}

In the language of nobody (${ONCE}): ${cell(looked.filter((one) => one.set === ONCE))}.
`);
