// The whole journey of an applicant and one act of an officer with the keyboard alone (WCAG 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11): from the
// start page through the check to the case, by a telephone and codes. On each page every control is reached once and the page lets go.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, withBrowser } from "./lib.mjs";
import { ANSWERS, codeFor, errors, iin, paper, pathOf, referenceOn } from "./journey.mjs";
import { Keys } from "./keys.mjs";
import { withElshi } from "./server.mjs";

const PHONE = "+49 1512 1112233";
const CHECKED = { died: "DE", citizen: "yes", lives: "DE", mission: "berlin", paper: "medical", issued: "DE", language: "de", relation: "child" };

// From the start page to the list of what is needed.
async function checks(keys, page) {
  await page.goto("/en/");
  const skip = await keys.tab();
  assert.match(skip.href, /^#/, "the first stop skips to the content");
  await keys.press("Enter");
  const inside = await keys.tab();
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest("main"))), `${inside.text} is not in the content`);
  await keys.walk();
  await keys.follow(/\/en\/check$/);
  for (const [name, value] of Object.entries(CHECKED)) {
    await keys.walk();
    const form = await page.evaluate((own) => document.querySelector(`main [name="${own}"]`)?.form?.method, name);
    assert.equal(form, "get", `${page.url()} does not ask for ${name}`);
    const stop = await keys.reach((own) => own.name === name, name);
    await keys.give(stop, value);
    await keys.reach((own) => own.tag === "BUTTON" && own.type === "submit", "the button");
    await Promise.all([page.waitForEvent("framenavigated"), keys.press("Enter")]);
    await page.waitForLoadState();
  }
  await keys.walk();
}

// By a code sent to the telephone; says who she is.
async function signsIn(keys, page) {
  await page.goto("/en/request/new");
  assert.equal(pathOf(page), "/en/sign-in");
  await keys.walk();
  assert.equal(await keys.answer({ way: "phone" }), 303, await errors(page));
  assert.equal(await keys.answer({ phone: "12" }), 422);
  await keys.mistakes();
  assert.equal(await keys.answer({ phone: PHONE }), 200, await errors(page));
  await keys.walk();
  assert.equal(await keys.answer({ code: await codeFor(page.context(), PHONE) }), 303, await errors(page));
  await keys.walk();
  assert.equal(await keys.answer({ "identity-surname": "Сынақова", "identity-given": "Әсем", "identity-iin": iin("850101450") }), 303, await errors(page));
}

// All sections, each sent empty first, and the papers.
async function composes(keys, page) {
  await page.goto("/en/request/new");
  await keys.walk();
  assert.equal(await keys.answer({ country: "DE" }), 303, await errors(page));
  if ((await page.locator("main [name=mission]").count()) > 0) assert.equal(await keys.answer({ mission: "berlin" }), 303, await errors(page));
  const draft = pathOf(page);
  await keys.walk();
  for (const [section, typed] of Object.entries(ANSWERS)) {
    await page.goto(`${draft}/${section}`);
    await keys.walk();
    assert.equal(await keys.answer({}, "continue"), 422, section);
    await keys.mistakes();
    assert.equal(await keys.answer(typed, "continue"), 303, `${section}: ${await errors(page)}`);
  }
  await page.goto(`${draft}/files`);
  await keys.walk();
  const kinds = await page.locator("main a[href*='/files/']").evaluateAll((all) => all.map((a) => a.pathname).filter((p) => p.includes("/request/")));
  for (const path of new Set(kinds)) {
    await page.goto(path);
    await keys.walk();
    await keys.file(paper(path.split("/").pop()));
    assert.equal(await keys.answer({}), 303, `${path}: ${await errors(page)}`);
  }
  return draft;
}

// Reads everything again and confirms the file by a code.
async function confirms(keys, page, draft) {
  await page.goto(`${draft}/check`);
  await keys.walk();
  const before = await codeFor(page.context(), PHONE);
  await page.goto(`${draft}/code`);
  await keys.walk();
  assert.equal(await keys.answer({}, "send"), 200, await errors(page));
  assert.equal(await keys.answer({ code: await codeFor(page.context(), PHONE, before) }, "confirm"), 303, await errors(page));
  assert.equal(pathOf(page), `${draft}/sent`);
  await keys.walk();
  const reference = await referenceOn(page);
  await keys.follow(/\/en\/services\/[0-9a-f-]+$/);
  await keys.walk();
  return reference;
}

// The officer finds the case and registers it.
async function registers(keys, page, reference) {
  await page.goto("/en/desk/sign-in");
  const html = await (await page.request.get("/dev/codes?lang=en")).text();
  const code = />officer\.berlin<[\s\S]*?>(\d{6})</.exec(html)[1];
  assert.equal(await keys.answer({ login: "officer.berlin", password: "demo-demo-demo", code }), 303, await errors(page));
  await keys.walk();
  await keys.reach((stop) => stop.tag === "A" && stop.text.includes(reference), reference);
  await Promise.all([page.waitForEvent("framenavigated"), keys.press("Enter")]);
  await page.waitForLoadState();
  await keys.walk();
  await keys.follow(/\/registration$/);
  await keys.walk();
  assert.equal(await keys.answer({}, "send"), 303, await errors(page));
}

test("the journey and an act of the desk with the keyboard alone", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, locale: "en-GB" })).newPage();
    const keys = new Keys(page);
    await checks(keys, page);
    await signsIn(keys, page);
    const reference = await confirms(keys, page, await composes(keys, page));
    const desk = await (await person(browser, { baseURL: elshi.base, locale: "en-GB" })).newPage();
    await registers(new Keys(desk), desk, reference);
  }));
});
