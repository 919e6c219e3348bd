// A paper of Kyrgyzstan in Russian, in Russian: the short way that most families have. No stamp and no translation, said before
// signing in and said again over the request; one document is asked for, and what was told once is not asked again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, sentences, withBrowser } from "./lib.mjs";
import { SHORT, beginFromList, checkNeeds, composeRequest, fillAtOnce, heading, reads } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const ru = sentences("ru");
const TREATY = ru("legalization-none-treaty", { country: "Кыргызстан", treaty: "Минская конвенция 1993 года", date: "17 февраля 1996 г." });

test("a paper of a country of the conventions needs no stamp", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, locale: "ru-RU" })).newPage();
    await checkNeeds(page, "ru", { died: "KG", citizen: "yes", lives: "KG", mission: "bishkek", paper: "medical", issued: "KG", language: "ru", relation: "child" });
    assert.equal(await heading(page), ru("check-list-title"));
    await reads(page, ru("check-thing-stamp-none"), TREATY, ru("check-thing-no-translation"));
    const list = await page.locator(".app-things").innerText();
    for (const thing of ["check-thing-stamp-apostille", "check-thing-stamp-legalization", "check-thing-translation"]) assert.ok(!list.split("\n").includes(ru(thing)), ru(thing));

    const draft = await beginFromList(page);
    await page.goto(`${draft}/documents`);
    assert.deepEqual([await page.locator("[name=basis-country]").inputValue(), await page.locator("[name=basis-language]:checked, select[name=basis-language]").inputValue()], ["KG", "ru"]);
    await composeRequest(page, draft, { ...SHORT, death: { ...SHORT.death, "death-country": "KG", "death-place": "Бишкек" } }, fillAtOnce);
    await page.goto(`${draft}/files`);
    assert.equal(await page.locator("main section.app-card").count(), 1, "only the medical document");
    await page.goto(`${draft}/check`);
    await reads(page, TREATY, ru("check-rules-enough"), ru("check-send-title"));
  }));
});
