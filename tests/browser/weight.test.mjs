// What a page weighs on a slow line (slow 3G: 400 ms, 50 kB/s): the first page at most 90 kB, each next one 25 kB, nothing moves while it
// arrives, the first words stand within 2.5 s. Times are the browser's own under emulation, not this computer's load alone: the goal is wide.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withBrowser } from "./lib.mjs";
import { withElshi } from "./server.mjs";

const FIRST_BYTES_MAX = 90_000;
const NEXT_BYTES_MAX = 25_000;
const PAINT_MS_MAX = 2_500;
// A shift below this is no pixel of a phone.
const SHIFT_MAX = 0.001;
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const PHONE = { width: 360, height: 740 };
const NEXT = ["/check", "/sign-in", "/terms", "/accessibility"];

const watch = () => {
  globalThis.shifts = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.shifts += entry.value; }).observe({ type: "layout-shift", buffered: true });
};

async function weigh(page, path) {
  await page.goto(path, { waitUntil: "networkidle" });
  return page.evaluate(() => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    return { bytes: entries.reduce((sum, entry) => sum + entry.transferSize, 0), paint, shifts: globalThis.shifts };
  });
}

test("pages are light and stand still on a slow line", async () => {
  const faults = [];
  await withElshi(async ({ base }) => withBrowser(async (browser) => {
    for (const lang of ["kk", "ru", "en"]) {
      const context = await browser.newContext({ baseURL: base, viewport: PHONE });
      await context.addInitScript(watch);
      const page = await context.newPage();
      const debug = await context.newCDPSession(page);
      await debug.send("Network.enable");
      await debug.send("Network.emulateNetworkConditions", SLOW_3G);
      for (const [place, path] of ["/", ...NEXT].entries()) {
        const { bytes, paint, shifts } = await weigh(page, `/${lang}${path}`);
        const most = place === 0 ? FIRST_BYTES_MAX : NEXT_BYTES_MAX;
        if (!(bytes > 0 && bytes <= most)) faults.push(`/${lang}${path}: ${bytes} bytes, at most ${most}`);
        if (!(paint <= PAINT_MS_MAX)) faults.push(`/${lang}${path}: first paint after ${paint} ms`);
        if (!(shifts <= SHIFT_MAX)) faults.push(`/${lang}${path}: moves by ${shifts}`);
      }
      await context.close();
    }
  }));
  assert.deepEqual(faults, []);
});
