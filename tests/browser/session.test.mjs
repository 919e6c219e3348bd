// Five minutes before a session ends the page says so, quietly, with a button to stay (WCAG 2.2.1): for applicants and for the desk. The browser's
// clock is moved by hand; the server's is its own. Without the script the line is never there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPage, person, withBrowser } from "./lib.mjs";
import { pathOf, signInAtDesk, signInByPhone } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const PHONE = "+49 1512 1112299";
const MINUTE_MS = 60_000;

const line = (page) => page.locator(".app-session");
const words = (page) => line(page).locator("[role=status]");

// Opens a page with a clock that only the test moves on.
async function opens(page, path) {
  await page.clock.install();
  await page.goto(path);
  assert.equal(await line(page).isVisible(), false, "nothing is said at the beginning");
}

async function stays(page) {
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/en/session"));
  await line(page).locator("button").click();
  const answer = await answered;
  assert.equal(answer.status(), 200);
  await line(page).waitFor({ state: "hidden" });
  return (await answer.json()).seconds;
}

test("a session that ends soon is told and can be kept", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const context = await person(browser, { baseURL: elshi.base, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto("/en/sign-in/phone");
    await signInByPhone(page, PHONE);
    await opens(page, "/en/account");
    await page.clock.runFor(24 * MINUTE_MS);
    assert.equal(await line(page).isVisible(), false);
    await page.clock.runFor(2 * MINUTE_MS);
    await line(page).waitFor({ state: "visible" });
    assert.match(await words(page).innerText(), /signed out in 5 minutes/);
    await checkPage(page, "session soon");

    // The server would have ended the session half an hour after the page: the button is what keeps it.
    await elshi.later(25 * MINUTE_MS);
    assert.equal(await stays(page), 1_800);
    await elshi.later(10 * MINUTE_MS);
    const seen = await context.request.get(`${elshi.base}/en/account`, { maxRedirects: 0 });
    assert.equal(seen.status(), 200, "35 minutes after the page was opened");

    // The focus goes back to where it was.
    await page.locator("main a").first().focus();
    const place = await page.evaluate(() => document.activeElement.href);
    await page.clock.runFor(26 * MINUTE_MS);
    await line(page).waitFor({ state: "visible" });
    assert.equal(await page.evaluate(() => document.activeElement.href), place, "the line takes no focus");
    await stays(page);
    assert.equal(await page.evaluate(() => document.activeElement.href), place);

    // Who does nothing is told that it is over, and offered no button that cannot help.
    await page.clock.runFor(31 * MINUTE_MS);
    assert.match(await words(page).innerText(), /have been signed out/);
    assert.equal(await line(page).locator("button").isVisible(), false);
    await context.close();

    const desk = await (await person(browser, { baseURL: elshi.base, locale: "en-GB" })).newPage();
    await signInAtDesk(desk, "officer.berlin");
    await opens(desk, "/en/desk/me");
    await desk.clock.runFor(26 * MINUTE_MS);
    assert.equal(await stays(desk), 1_800);
    assert.equal(pathOf(desk), "/en/desk/me", "the page stays");
    await desk.context().close();

    const plain = await (await person(browser, { baseURL: elshi.base, script: false })).newPage();
    await plain.goto("/en/");
    assert.equal(await line(plain).count(), 0, "who is not signed in is told nothing");
  }));
});
