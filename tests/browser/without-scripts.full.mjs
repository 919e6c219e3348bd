// Every address in every language in a browser without scripts; signatures go by files. Full run only (`cargo xtask test --full`).
import { everyPage } from "./every-page.mjs";
import { plainly } from "./matrix.mjs";

for (const lang of ["kk", "ru", "en"]) everyPage(lang, { script: false, examine: plainly, set: "without scripts" });
