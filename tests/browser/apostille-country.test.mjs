// A paper of Germany in German, in English: an apostille and a translation, in this order, said before signing in. Who has no apostille
// yet is told what is missing, before anything is sent; with it, the request can be sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, sentences, withBrowser } from "./lib.mjs";
import { ANSWERS, SHORT, answer, attach, beginFromList, checkNeeds, composeRequest, fillAtOnce, paper, reads } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const en = sentences("en");

test("a paper of a country of the apostille needs one, and a translation", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, locale: "en-GB" })).newPage();
    await checkNeeds(page, "en", { died: "DE", citizen: "yes", lives: "DE", mission: "berlin", paper: "medical", issued: "DE", language: "de", relation: "child" });
    const things = (await page.locator(".app-thing h2").allInnerTexts()).filter((one) => [en("check-thing-stamp-apostille"), en("check-thing-translation")].includes(one));
    assert.deepEqual(things, [en("check-thing-stamp-apostille"), en("check-thing-translation")]);
    await reads(page, en("legalization-apostille"), en("check-thing-translation-why"));

    const draft = await beginFromList(page);
    await composeRequest(page, draft, { ...SHORT, death: ANSWERS.death, documents: { "basis-stamped": "yes", "basis-certified": "nothing", "basis-translation": "yes" } }, fillAtOnce);
    await page.goto(`${draft}/check`);
    await reads(page, en("legalization-apostille"), en("check-rules-lacking"));

    await answer(page, draft, "documents", { "basis-certified": "apostille" });
    await page.goto(`${draft}/files/apostille`);
    await attach(page, paper("Apostille"));
    await page.goto(`${draft}/check`);
    await reads(page, "Apostille.pdf", en("legalization-apostille"), en("check-rules-enough"), en("check-send-title"));
  }));
});
