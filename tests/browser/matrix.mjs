// What the full run asks of each page beside the gate (`cargo xtask test --full`): forced colours, no movement for who wants none, targets of 24 px,
// no id twice; and, in every run, the policy that each answer carries. `MATRIX` counts what was looked at, for docs/accessibility-round.md.
import fs from "node:fs";
import { axe, faults, overflowing } from "./lib.mjs";

export const FULL = process.env.ELSHI_FULL === "1";
// WCAG 2.5.8, in CSS pixels.
const TARGET_MIN = 24;
// Anything longer is a movement that a person can see.
const MOVES_S_MAX = 0.01;

// One line a page looked at, where the full run wants to know (`ELSHI_MATRIX` names the file).
export function counted(set, lang, page, found) {
  if (process.env.ELSHI_MATRIX === undefined) return;
  const pattern = new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]+/g, "{id}");
  fs.appendFileSync(process.env.ELSHI_MATRIX, `${JSON.stringify({ set, lang, pattern, faults: found.length })}\n`);
}

// Everything of the gate and more, for a browser with scripts.
export async function thoroughly(page) {
  const found = [...(await faults(page)), ...(await built(page))];
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  found.push(...(await axe(page)).map((one) => `with forced colours: ${one}`), ...(await moving(page)));
  await page.emulateMedia({ forcedColors: "none", reducedMotion: "no-preference" });
  return found;
}

// What holds without scripts too: nothing needs axe.
export async function plainly(page) {
  const viewport = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 256 });
  const found = [...(await overflowing(page)).map((one) => `wider than 320 px: ${one}`), ...(await built(page))];
  await page.setViewportSize(viewport);
  const { title, headings, skip } = await page.evaluate(() => ({
    title: document.title, headings: document.querySelectorAll("h1").length, skip: document.querySelectorAll(".govuk-skip-link").length,
  }));
  if (title.trim() === "") found.push("no title");
  if (headings !== 1) found.push(`${headings} headings of the first level`);
  if (skip !== 1) found.push(`${skip} links to skip to the content`);
  return found;
}

// Ids, what refers to them, and the size of what is pressed. A link in a line of text may be as low as the line (2.5.8, inline).
function built(page) {
  return page.evaluate((least) => {
    const found = [];
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) found.push(`id ${id} twice`);
    for (const name of ["for", "aria-describedby", "aria-labelledby", "aria-controls"]) {
      for (const e of document.querySelectorAll(`[${name}]`)) {
        for (const id of e.getAttribute(name).split(/\s+/).filter(Boolean)) if (!ids.includes(id)) found.push(`${name}="${id}" leads nowhere`);
      }
    }
    if (document.querySelector("[style]:not([style='']), [onclick], style, script:not([src]):not([type='application/json'])")) found.push("a style or a script in the page");
    const shown = [...document.querySelectorAll("button, select, textarea, input:not([type=hidden]), summary")].filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0);
    for (const e of shown) {
      const { width, height } = e.getBoundingClientRect();
      if (width < least || height < least) found.push(`${e.tagName.toLowerCase()}.${e.className} ${e.name} is ${Math.round(width)} x ${Math.round(height)}`);
    }
    return found;
  }, TARGET_MIN);
}

function moving(page) {
  return page.evaluate((most) => {
    const seconds = (list) => Math.max(...list.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1)));
    const moves = [...document.body.querySelectorAll("*")].filter((e) => {
      const own = getComputedStyle(e);
      return (own.animationName !== "none" && seconds(own.animationDuration) > most) || seconds(own.transitionDuration) > most;
    });
    return [...new Set(moves.map((e) => `moves though no movement is wanted: ${e.tagName.toLowerCase()}.${e.className}`))];
  }, MOVES_S_MAX);
}

// Reads the policy of every document that comes; call what it gives at the end.
export function policy(page) {
  const seen = new Set();
  page.on("response", (answer) => {
    if (!answer.request().isNavigationRequest() || answer.status() >= 300 && answer.status() < 400) return;
    if (!/text\/html/.test(answer.headers()["content-type"] ?? "")) return;
    const own = answer.headers()["content-security-policy"] ?? "";
    const where = new URL(answer.url()).pathname;
    if (!/default-src 'none'|default-src 'self'/.test(own)) seen.add(`${where}: no policy: ${own}`);
    if (/unsafe-inline|unsafe-eval|\*/.test(own)) seen.add(`${where}: the policy lets in too much: ${own}`);
  });
  return () => [...seen];
}
