// A paper of Thailand in English, in Russian: consular legalization in two steps, said before signing in, said over the request, and
// the same rule before the officer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, sentences, withBrowser } from "./lib.mjs";
import { ANSWERS, SHORT, beginFromList, checkNeeds, composeRequest, fillAtOnce, openCase, reads, signInAtDesk, signRequest } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const ru = sentences("ru");
const DOCUMENTS = { "basis-stamped": "yes", "basis-certified": "legalization", "basis-translation": "yes" };

test("a paper of a country of neither treaty is legalized", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, locale: "ru-RU" })).newPage();
    await checkNeeds(page, "ru", { died: "TH", citizen: "yes", lives: "DE", mission: "berlin", paper: "medical", issued: "TH", language: "en", relation: "child" });
    await reads(page, ru("check-thing-stamp-legalization"), ru("legalization-legalization"), ru("check-thing-stamp-legalization-where", { country: "Таиланд" }));

    // Country and language of the paper are known from the list.
    const draft = await beginFromList(page);
    const death = { ...ANSWERS.death, "death-country": "TH", "death-place": "Bangkok" };
    await composeRequest(page, draft, { ...SHORT, death, documents: DOCUMENTS }, fillAtOnce);
    await page.goto(`${draft}/check`);
    await reads(page, ru("legalization-legalization"), ru("check-rules-enough"), "apostille.pdf", "translation.pdf");
    const reference = await signRequest(page, draft);

    const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
    await signInAtDesk(consul, "officer.berlin", "ru");
    await openCase(consul, reference, "ru");
    await reads(consul, ru("legalization-legalization"), "Таиланд");
  }));
});
