// The language is changed in the middle of a page: what was typed and is not yet saved stays, the page speaks the other language, and
// so does all that follows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, person, sentences, withBrowser } from "./lib.mjs";
import { SHORT, beginRequest, errors, fill, heading, pathOf, press, reads, signInByApp } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const TYPED = { "deceased-known": "yes", "deceased-given": "Үлгі", "deceased-born-day": "4", "deceased-birth-country": "KZ", "deceased-residence": "Lindenstraße 7" };

// Whatever names the language in the header.
async function speak(page, name, lang) {
  const header = page.getByRole("banner");
  await header.getByRole("link", { name, exact: true }).or(header.getByRole("button", { name, exact: true })).click();
  await page.locator(`html[lang=${lang}]`).waitFor();
}

async function holds(page, typed) {
  for (const [name, value] of Object.entries(typed)) {
    const field = page.locator(`main [name="${name}"]`);
    const chosen = (await field.first().getAttribute("type")) === "radio" ? page.locator(`main [name="${name}"]:checked`) : field;
    assert.equal((await chosen.count()) > 0 && (await chosen.inputValue()), value, `${name} in ${await heading(page)}`);
  }
}

test("the language changes in the middle of a page and nothing typed is lost", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, ...PHONE })).newPage();
    await signInByApp(page, elshi, "kk");
    const draft = await beginRequest(page, "kk");
    await page.goto(`${draft}/person`);
    await fill(page, TYPED);
    for (const [name, lang] of [["Русский", "ru"], ["English", "en"]]) {
      await speak(page, name, lang);
      assert.equal(pathOf(page), `${draft}/person`.replace("/kk/", `/${lang}/`));
      assert.equal(await heading(page), sentences(lang)("section-person-title"));
      await holds(page, TYPED);
    }

    // An error is told in the language of now, beside what was typed before; the rest is filled in and saved.
    assert.equal(await press(page, "continue"), 422);
    await reads(page, sentences("en")("field-deceased-sex-error-empty"));
    await holds(page, TYPED);
    await fill(page, SHORT.person);
    assert.equal(await press(page, "continue"), 303, await errors(page));
    await page.goto(draft.replace("/kk/", "/en/"));
    await reads(page, sentences("en")("tasks-done", { done: "1", all: "5" }));
  }));
});
