// Somebody acts for the widow under a power of attorney, in Kazakh: whom for is asked, the power of attorney is a document like the
// others, she signs with her own key, and the officer reads who acts for whom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, sentences, withBrowser } from "./lib.mjs";
import { SHORT, beginRequest, composeRequest, fill, fillAtOnce, openCase, press, reads, signInAtDesk, signInByProgram, signRequest } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const kk = sentences("kk");
const PRINCIPAL = { relation: "representative", "principal-surname": "Жұмабаева", "principal-given": "Бибігүл", "principal-identity": "N07654321" };
const ATTORNEY = {
  "attorney-country": "KZ", "attorney-issued-on-day": "20", "attorney-issued-on-month": "11", "attorney-issued-on-year": "2026",
  "attorney-language": "kk", "attorney-stamped": "yes", "attorney-certified": "nothing",
};

test("a representative requests with a power of attorney", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base })).newPage();
    await signInByProgram(page, "kk");
    const draft = await beginRequest(page, "kk");

    // Whom for must be said.
    await page.goto(`${draft}/you`);
    await fill(page, { relation: "representative" });
    assert.equal(await press(page, "continue"), 422);
    assert.ok((await page.locator("#principal-given-error").innerText()).includes(kk("field-principal-given-error-empty")));

    await composeRequest(page, draft, { ...SHORT, you: { ...SHORT.you, ...PRINCIPAL }, documents: { ...SHORT.documents, ...ATTORNEY } }, fillAtOnce);
    await page.goto(`${draft}/check`);
    await reads(page, "Жұмабаева", "power_of_attorney.pdf", kk("document-power-of-attorney"), kk("legalization-none-own-paper"));
    const reference = await signRequest(page, draft);

    const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
    await signInAtDesk(consul, "officer.berlin", "kk");
    await openCase(consul, reference, "kk");
    await reads(consul, kk("field-relation-option-representative"), "Жұмабаева", "Бибігүл", "power_of_attorney.pdf", kk("legalization-none-own-paper"), "СЫНАҚОВА ӘЙГЕРІМ");
  }));
});
