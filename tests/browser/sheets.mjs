// Contact sheets of the pictures that the tours took (`cargo xtask screens`): one PNG for each language and width, and an index.
// Usage: node sheets.mjs FOLDER. Must never take a picture of its own.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withBrowser } from "./lib.mjs";

// How wide a picture stands on its sheet, and how many stand beside each other.
const SIZES = { 360: { thumb: 200, across: 10 }, 1280: { thumb: 400, across: 6 } };
const NAME = /^(kk|ru|en)-(360|1280)-\d+-(.*)\.png$/;

const folder = path.resolve(process.argv[2]);
const groups = new Map();
for (const file of fs.readdirSync(folder).sort()) {
  const [, lang, width] = NAME.exec(file) ?? [];
  if (lang) groups.set(`${lang}-${width}`, [...(groups.get(`${lang}-${width}`) ?? []), file]);
}
if (groups.size === 0) throw new Error(`${folder} holds no pictures`);

const style = (thumb) => `<style>body{margin:16px;background:#d8dddf;font:13px sans-serif}ul{display:flex;flex-wrap:wrap;gap:12px;align-items:start;margin:0;padding:0}
li{list-style:none;width:${thumb}px}img{width:${thumb}px;max-height:${thumb * 4}px;object-fit:cover;object-position:top;display:block}</style>`;
const figures = (files) => files.map((file) => `<li>${NAME.exec(file)[3]}<a href="${file}"><img src="${file}" alt=""></a></li>`).join("");
const sheet = (name, files, thumb) => `<!doctype html><meta charset="utf-8"><title>${name}</title>${style(thumb)}<h1>${name}</h1><ul>${figures(files)}</ul>`;

await withBrowser(async (browser) => {
  for (const [name, files] of groups) {
    const { thumb, across } = SIZES[name.split("-")[1]];
    const html = path.join(folder, `${name}.html`);
    fs.writeFileSync(html, sheet(name, files, thumb));
    const page = await browser.newPage({ viewport: { width: across * (thumb + 12) + 32, height: 800 } });
    await page.goto(pathToFileURL(html).href);
    await page.screenshot({ path: path.join(folder, `sheet-${name}.png`), fullPage: true });
    await page.close();
  }
});
const lines = [...groups].map(([name, files]) => `<li><a href="${name}.html">${name}</a> (${files.length} pictures), <a href="sheet-${name}.png">as one sheet</a></li>`);
fs.writeFileSync(path.join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>Screens</title><h1>Screens</h1><ul>${lines.join("")}</ul>`);
