// What every journey needs: Debian's Chromium with flags that keep it off the network, axe-core, and the checks that hold on each page
// (no finding of axe, no sideways scrolling at 320 px, one heading, a title). Journeys live in *.test.mjs beside it.
// Must never fetch anything but the pages of the server under test.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const CHROMIUM = "/usr/bin/chromium";
// The same engine without the program around it, a quarter quicker; it has no permissions to ask for.
const SHELL = "/usr/bin/chromium-headless-shell";
// Without the background flags Chromium asks its maker's hosts at every start.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
// Every page carries axe's source as the body of a function that nobody calls: read once by each context and not for each page (it is
// half a megabyte), and parsed only where a page is looked at.
const CARRY_AXE = `globalThis.loadAxe = function () {\n${AXE}\n};`;
const WIDE = { width: 1280, height: 900 };
// WCAG 1.4.10: no sideways scrolling at this width.
export const NARROW = { width: 320, height: 640 };
// A telephone in the hand: its width, its touch, and a name by which the pages know that no program of a computer is there.
export const PHONE = {
  viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true,
  userAgent: "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
};

// Starts the browser and hands it to `act`; closes it whatever happens. `args` adds flags, such as the overrides that make
// Chromium take a loopback page for a public one (`publicAddress`).
export async function withBrowser(act, { args = [] } = {}) {
  const bare = args.length === 0 && fs.existsSync(SHELL);
  const browser = await chromium.launch({ executablePath: process.env.ELSHI_CHROMIUM ?? (bare ? SHELL : CHROMIUM), headless: true, args: [...FLAGS, ...args] });
  try {
    return await act(browser);
  } finally {
    await browser.close();
  }
}

// Flags with which a page served from 127.0.0.1:port counts as public, so that reaching NCALayer needs the local-network permission.
export const publicAddress = (port) => [`--ip-address-space-overrides=127.0.0.1:${port}=public`];

// A context of one person. `script: false` is a browser without JavaScript; certificates of the simulated NCALayer are its own.
export async function person(browser, { baseURL, locale = "kk-KZ", script = true, viewport = WIDE, ...rest } = {}) {
  const context = await browser.newContext({ baseURL, locale, javaScriptEnabled: script, viewport, ignoreHTTPSErrors: true, acceptDownloads: true, ...rest });
  if (script) await context.addInitScript(CARRY_AXE);
  return context;
}

// Findings of axe on the page as it stands, one line each; empty when there is none. Works under our CSP because the script is
// put there by the debugger, not loaded by the page. Nothing is preloaded: our styles are of our own host and have been read.
export async function axe(page) {
  const { violations } = await page.evaluate((tags) => {
    if (!globalThis.axe) globalThis.loadAxe();
    return globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"], preload: false });
  }, AXE_TAGS);
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}): ${v.help}: ${n.target.join(" ")}`));
}

// What must hold on every page a journey passes: call it after each navigation.
export async function checkPage(page, name = page.url()) {
  assert.deepEqual(await faults(page), [], name);
}

// The widths at which axe reads a page: both in the full run; else Russian wide and the others narrow, so that the languages together
// see every address at both.
function readAt(lang) {
  if (process.env.ELSHI_FULL === "1") return { wide: true, narrow: true };
  return { wide: lang === "ru", narrow: lang !== "ru" };
}

// The width a tour in this language walks at, so that most pages need not be laid out anew to be looked at.
export const tourAt = (lang) => (readAt(lang).wide ? WIDE : NARROW);

// What does not hold on the page as it stands, a line each. Returns to the width it found.
export async function faults(page) {
  const { title, lang, headings, missing } = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    missing: document.documentElement.outerHTML.match(/⟦[^⟧]*⟧/g) ?? [],
  }));
  const viewport = page.viewportSize();
  const { wide, narrow } = readAt(lang);
  if (wide && viewport.width < WIDE.width) await page.setViewportSize(WIDE);
  const found = [...(wide ? await axe(page) : []), ...missing.map((key) => `no text for ${key}`)];
  if (title.trim() === "") found.push("no title");
  if (!/^(kk|ru|en)$/.test(lang)) found.push(`language "${lang}"`);
  if (headings !== 1) found.push(`${headings} headings of the first level`);
  if (page.viewportSize().width !== NARROW.width) await page.setViewportSize(NARROW);
  found.push(...(await overflowing(page)).map((one) => `wider than ${NARROW.width} px: ${one}`));
  if (narrow) found.push(...(await axe(page)).filter((one) => !found.includes(one)).map((one) => `at ${NARROW.width} px: ${one}`));
  found.push(...(await spaced(page)).map((one) => `text spaced out (1.4.12), ${NARROW.width} px: ${one}`));
  found.push(...(await enlarged(page)).map((one) => `text at 200 % (1.4.4), ${PHONE.viewport.width} px: ${one}`));
  if (page.viewportSize().width !== viewport.width) await page.setViewportSize(viewport);
  return found;
}

// WCAG 1.4.12: with these spaces nothing sticks out and nothing is cut.
const SPACES = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";

async function spaced(page) {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    globalThis.styledBefore = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, SPACES);
  const found = [...(await overflowing(page)), ...(await cut(page))];
  await page.evaluate(() => { document.adoptedStyleSheets = globalThis.styledBefore; });
  return found;
}

// WCAG 1.4.4 on a phone: letters of twice the size, by the setting of the browser, on a width that does not grow with them.
async function enlarged(page) {
  await page.setViewportSize(PHONE.viewport);
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  const found = [...(await overflowing(page)), ...(await cut(page))];
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
  return found;
}

// Words that a box of a fixed size hides.
function cut(page) {
  return page.evaluate(() => {
    const hides = (e) => ["hidden", "clip"].includes(getComputedStyle(e).overflowY) || ["hidden", "clip"].includes(getComputedStyle(e).overflowX);
    const all = [...document.body.querySelectorAll("*")].filter((e) => e.clientWidth > 2 && e.checkVisibility() && hides(e));
    return all.filter((e) => (e.innerText ?? "").trim() && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1))
      .map((e) => `${e.tagName.toLowerCase()}.${e.className} is cut`).slice(0, 3);
  });
}

// What sticks out on the right; a table scrolls inside a region of its own and is no fault.
export function overflowing(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const all = [...document.body.querySelectorAll("*")].filter((e) => !e.parentElement?.closest(".app-scroll"));
    const out = all.filter((e) => e.getBoundingClientRect().right > width + 0.5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
    return [`scrollWidth ${document.documentElement.scrollWidth}`, ...out.slice(0, 5)];
  });
}

// Records requests that leave the given host (the local signing program excepted) and errors of the console.
// Call the returned function at the end of a journey: it gives the list, which should be empty.
export function watch(page, host) {
  const seen = [];
  page.on("request", (r) => {
    const { protocol, host: to } = new URL(r.url());
    if (/^https?:$/.test(protocol) && to !== host && to !== "127.0.0.1:24680") seen.push(`request to ${r.url()}`);
  });
  page.on("pageerror", (e) => seen.push(`page error: ${e.message}`));
  page.on("console", (m) => {
    // The browser reports every status from 400 on; the tests ask for some of them. KAZTOKEN's program is not there.
    const expected = /^Failed to load resource: the server responded with a status of 4/.test(m.text()) || m.location().url.startsWith("https://127.0.0.1:24680");
    if ((m.type() === "error" && !expected) || /Content Security Policy|Refused to/.test(m.text())) seen.push(`console at ${page.url()}: ${m.text()}`);
  });
  return () => seen;
}

// Where pictures for a person to look at go: out/ (git-ignored), or the folder that `cargo xtask screens` names.
export const PICTURES = process.env.ELSHI_PICTURES ?? path.join(import.meta.dirname, "out");

export async function picture(page, name) {
  fs.mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
}

// The product's sentences in one language, by key, as `sentence(key, { when })`: a story says what is read and where, not how it is worded.
export function sentences(lang) {
  const folder = path.join(import.meta.dirname, "../../locales", lang);
  const texts = fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), "utf8")).join("\n");
  const all = new Map([...texts.matchAll(/^([a-z][\w-]*) = (.+)$/gm)].map(([, key, text]) => [key, text]));
  return (key, values = {}) => {
    assert.ok(all.has(key), `no sentence ${key} in ${lang}`);
    return all.get(key).replace(/\{ \$([\w-]+) \}/g, (_, name) => { assert.ok(name in values, `${key} needs ${name}`); return values[name]; });
  };
}

// A photo of a page as a camera takes it, with its grain, written by the browser itself.
export async function photograph(page, width, height) {
  const text = await page.evaluate(async ([wide, high]) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [wide, high];
    const paint = canvas.getContext("2d");
    const rows = Math.ceil(high / 10);
    const grain = paint.createImageData(wide, rows);
    for (let at = 0, seed = 7; at < grain.data.length; at += 1) { seed = (seed * 1103515245 + 12345) % 2147483648; grain.data[at] = at % 4 === 3 ? 255 : seed >> 16; }
    for (let row = 0; row < 10; row += 1) paint.putImageData(grain, 0, row * rows);
    const blob = await new Promise((made) => { canvas.toBlob(made, "image/jpeg", 0.92); });
    const read = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(read, (one) => String.fromCharCode(one)).join(""));
  }, [width, height]);
  return Buffer.from(text, "base64");
}

// A folder of this run's own, removed by the caller.
export const temporaryFolder = (name) => fs.mkdtempSync(path.join(os.tmpdir(), `elshi-${name}-`));
