// The look of every component: axe, 320 px, forced colours, paper, fonts, target sizes, focus. No product needed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, checkPage, person, picture, watch, withBrowser } from "./lib.mjs";
import { desk, form, manifest, page, record, serve } from "./gallery.mjs";

const pages = {
  "/form": page("Error: name", form, { lang: "kk" }),
  "/record": page("Case", record),
  "/desk": page("Queue", desk, { wide: true }),
};

async function onPages(act, options) {
  const server = await serve(pages);
  try {
    await withBrowser(async (browser) => {
      const context = await person(browser, { baseURL: server.baseURL, ...options });
      const one = await context.newPage();
      const seen = watch(one, `127.0.0.1:${server.port}`);
      await act(one, server);
      assert.deepEqual(seen(), []);
    });
  } finally {
    await server.close();
  }
}

test("every component passes axe, wide and at 320 px, with and without scripts", async () => {
  for (const script of [true, false]) {
    await onPages(async (one) => {
      for (const path of Object.keys(pages)) {
        await one.goto(path);
        if (script) { await checkPage(one, path); await picture(one, `look${path.replace("/", "-")}`); }
        else assert.equal(await one.locator("h1").count(), 1);
      }
    }, { script });
  }
});

test("forced colours and paper keep the pages whole", async () => {
  await onPages(async (one) => {
    for (const path of Object.keys(pages)) {
      await one.goto(path);
      assert.deepEqual(await axe(one), [], path);
    }
  }, { forcedColors: "active", reducedMotion: "reduce" });
  await onPages(async (one) => {
    await one.emulateMedia({ media: "print" });
    await one.goto("/record");
    assert.equal(await one.locator(".app-header").isVisible(), false);
    assert.equal(await one.locator(".app-print-title").isVisible(), true);
    assert.equal(await one.locator(".govuk-summary-card__action a").isVisible(), false, "what is only pressed");
    const after = await one.locator("main a.govuk-link").first().evaluate((link) => getComputedStyle(link, "::after").content);
    assert.equal(after, "none", "an address of this site on paper");
    await one.goto("/form");
    assert.equal(await one.locator(".app-letters").isVisible(), true, "what is closed on the screen");
  });
});

test("on a phone a row of a table stands as a block, each cell beside the name of its column", async () => {
  await onPages(async (one) => {
    await one.goto("/desk");
    await one.setViewportSize({ width: 320, height: 640 });
    const region = await one.locator(".app-scroll").evaluate((e) => [e.scrollWidth, e.clientWidth]);
    assert.equal(region[0], region[1]);
    assert.equal(await one.locator("td").first().evaluate((cell) => getComputedStyle(cell, "::before").content), '"Person who died"');
    const [name, cell] = await Promise.all([one.locator("tbody th").first().boundingBox(), one.locator("tbody td").last().boundingBox()]);
    assert.ok(cell.y > name.y && cell.x + cell.width <= 320);
  });
});

test("a Kazakh page uses one face, in two weights, from our own files", async () => {
  await onPages(async (one) => {
    await one.goto("/form");
    const loaded = await one.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((f) => f.status === "loaded").map((f) => f.weight).sort();
    });
    assert.deepEqual(loaded, ["400", "400", "400", "600", "600", "600"]);
    for (const path of Object.keys(pages)) {
      await one.goto(path);
      const other = await one.evaluate(() => [...document.body.querySelectorAll("*:not(.app-hash, script, [type=radio], [type=checkbox])")]
        .filter((e) => !getComputedStyle(e).fontFamily.startsWith('"Golos Text"')).map((e) => `${e.tagName}.${e.className}`));
      assert.deepEqual(other, [], path);
    }
  });
});

test("the error summary takes the focus, and focus is a ring of two tones", async () => {
  await onPages(async (one) => {
    await one.goto("/form");
    assert.equal(await one.evaluate(() => document.activeElement.className), "govuk-error-summary");
    for (const css of [".govuk-button >> nth=0", ".govuk-button--secondary", "#n"]) {
      await one.locator(css).focus();
      const { outline, shadow } = await one.locator(css).evaluate((e) => {
        const { outlineColor, outlineWidth, boxShadow } = getComputedStyle(e);
        return { outline: `${outlineWidth} ${outlineColor}`, shadow: boxShadow };
      });
      assert.equal(outline, "3px rgb(255, 197, 61)", css);
      assert.match(shadow, /rgb\(20, 33, 43\)/, css);
    }
  });
});

test("controls are large enough, and buttons fill the line on a narrow screen", async () => {
  await onPages(async (one) => {
    await one.goto("/form");
    const sizes = (css) => one.locator(css).evaluateAll((all) => all.map((e) => e.getBoundingClientRect()).map((r) => [r.width, r.height]));
    for (const [, height] of await sizes(".govuk-button")) assert.equal(height, 48);
    // The skip link is one pixel until it has the focus.
    const targets = (await sizes("a:visible, button:visible, input:visible, select:visible")).filter(([width]) => width > 1);
    for (const [width, height] of targets) assert.ok(width >= 24 && height >= 24, `${width} x ${height}`);
    await one.setViewportSize({ width: 400, height: 800 });
    for (const [width] of await sizes(".govuk-button")) assert.ok(width > 340, `${width}`);
  });
});

test("what a first page loads stays within its budget", () => {
  const files = manifest();
  const fonts = Object.entries(files).filter(([name]) => name.startsWith("fonts/")).reduce((sum, [, f]) => sum + f.bytes, 0);
  assert.ok(files["app.css"].gzip + files["app.js"].gzip + fonts < 80_000);
});
