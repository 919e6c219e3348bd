// Builds dist/: styles, scripts, fonts, country names, licences and manifest.json (logical name -> file, bytes, gzip).
// Reads src/ and node_modules/ only; never the network. Ends with 1 when a budget is exceeded.
import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = path.dirname(fileURLToPath(import.meta.url));
const from = (...parts) => path.join(here, ...parts);
const modules = (...parts) => from("node_modules", ...parts);
const require = createRequire(import.meta.url);

// Built beside and renamed at the end, so that a build that stops half-way leaves no half dist.
const FINAL = from("dist");
const OUT = from(`dist.${process.pid}`);

// Compressed bytes a page may cost (UX.md 5, issue 2: the first page stays under 90 kB).
const BUDGETS = { "app.css": 16_000, "app.js": 8_000, "sign.js": 20_000, "upload.js": 4_000, "mobile.js": 2_000, fonts: 50_000 };
const SUBSETS = ["latin", "cyrillic", "cyrillic-ext"];
const WEIGHTS = [400, 600];
const PAPER_FONTS = { "NotoSerif-Regular.ttf": "400Regular/NotoSerif_400Regular.ttf", "NotoSerif-Bold.ttf": "700Bold/NotoSerif_700Bold.ttf" };
// govuk-frontend's package carries no licence file, only the word MIT; its notice is kept here.
const LICENCES = {
  "govuk-frontend": from("licences/govuk-frontend.txt"),
  "@fontsource/golos-text": modules("@fontsource/golos-text/LICENSE"),
  "@expo-google-fonts/noto-serif": modules("@expo-google-fonts/noto-serif/LICENSE_FONT"),
  "ncalayer-js-client": modules("ncalayer-js-client/LICENSE"),
  "i18n-iso-countries": modules("i18n-iso-countries/LICENSE"),
};

const manifest = {};

function put(name, bytes, logical = name) {
  const file = path.join(OUT, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  manifest[logical] = { file: name, bytes: bytes.length, gzip: zlib.gzipSync(bytes, { level: 9 }).length };
}

// A name that changes with the content, so that a browser may keep the file for ever.
function putHashed(logical, bytes) {
  const { name, ext } = path.parse(logical);
  const hash = crypto.createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  put(`${name}.${hash}${ext}`, bytes, logical);
}

function styles() {
  const { css } = sass.compile(from("src/app.scss"), { loadPaths: [from("node_modules")], style: "compressed", quietDeps: true });
  if (/url\((?!["']?fonts\/)/.test(css)) throw new Error("a style names a file that is not one of our fonts");
  putHashed("app.css", Buffer.from(css));
}

async function script(name) {
  const built = await esbuild.build({
    entryPoints: [from("src", name)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2020",
    legalComments: "none",
  });
  putHashed(name, Buffer.from(built.outputFiles[0].contents));
}

function fonts() {
  for (const subset of SUBSETS)
    for (const weight of WEIGHTS)
      put(`fonts/golos-text-${subset}-${weight}.woff2`, fs.readFileSync(modules("@fontsource/golos-text/files", `golos-text-${subset}-${weight}-normal.woff2`)));
  for (const [name, source] of Object.entries(PAPER_FONTS)) put(`papers/${name}`, fs.readFileSync(modules("@expo-google-fonts/noto-serif", source)));
}

// ISO 3166-1 alpha-2 -> name in the three languages of the service; the first synonym where the package gives several.
function countries() {
  const locales = Object.fromEntries(["kk", "ru", "en"].map((l) => [l, require(`i18n-iso-countries/langs/${l}.json`).countries]));
  const first = (name) => (Array.isArray(name) ? name[0] : name);
  const all = {};
  for (const code of Object.keys(locales.en).sort()) {
    all[code] = Object.fromEntries(Object.entries(locales).map(([l, names]) => [l, first(names[code])]));
    for (const [l, name] of Object.entries(all[code])) if (!name) throw new Error(`country ${code} has no name in ${l}`);
  }
  put("countries.json", Buffer.from(JSON.stringify(all, null, 1)));
}

function licences() {
  const text = Object.entries(LICENCES).map(([name, file]) => {
    const { version, license } = JSON.parse(fs.readFileSync(modules(name, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${fs.readFileSync(file, "utf8").trim()}\n`;
  });
  put("licences.txt", Buffer.from(text.join(`\n${"-".repeat(72)}\n\n`)));
}

function budgets() {
  // woff2 is compressed already: what travels is the file itself.
  const fontBytes = Object.entries(manifest).filter(([name]) => name.startsWith("fonts/")).reduce((sum, [, f]) => sum + f.bytes, 0);
  const sizes = { "app.css": manifest["app.css"].gzip, "app.js": manifest["app.js"].gzip, "sign.js": manifest["sign.js"].gzip, "upload.js": manifest["upload.js"].gzip, "mobile.js": manifest["mobile.js"].gzip, fonts: fontBytes };
  let over = 0;
  for (const [name, budget] of Object.entries(BUDGETS)) {
    const size = sizes[name];
    if (size > budget) over += 1;
    console.log(`${name.padEnd(8)} ${String(size).padStart(6)} of ${budget} bytes${size > budget ? "  OVER BUDGET" : ""}`);
  }
  return over;
}

fs.rmSync(OUT, { recursive: true, force: true });
try {
  styles();
  await script("app.js");
  await script("sign.js");
  await script("upload.js");
  await script("mobile.js");
  fonts();
  countries();
  licences();
  const over = budgets();
  fs.writeFileSync(path.join(OUT, "manifest.json"), JSON.stringify(manifest, null, 1));
  fs.rmSync(FINAL, { recursive: true, force: true });
  fs.renameSync(OUT, FINAL);
  process.exitCode = over > 0 ? 1 : 0;
} finally {
  fs.rmSync(OUT, { recursive: true, force: true });
}
