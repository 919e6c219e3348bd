// The mission asks before it decides, in English, and the answer is given on a telephone: what is needed and by when, only that part
// opens, only what changed is read again, and the addendum alone is signed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, overflowing, person, sentences, withBrowser } from "./lib.mjs";
import { ACTS, act, follow, heading, openCase, openOwnCase, pathOf, press, reads, send, sendRequest, signByPhone, signInAtDesk, signInByApp } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const en = sentences("en");
const QUESTION = ACTS.correction["item-you"];

test("the mission asks for one part, and one part is answered", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const reference = await sendRequest(await (await person(browser, { baseURL: elshi.base })).newPage(), "en");
    const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
    await signInAtDesk(consul, "officer.berlin");
    const caseUrl = await openCase(consul, reference);
    await act(consul, caseUrl, "registration");
    await act(consul, caseUrl, "correction");

    const phone = await (await person(browser, { baseURL: elshi.base, locale: "en-GB", ...PHONE })).newPage();
    await signInByApp(phone, elshi, "en");
    await openOwnCase(phone, "en");
    await reads(phone, en("state-correction-requested-applicant"), en("case-asked-title", { when: "26 November 2026, 18:00" }), QUESTION);
    assert.deepEqual(await overflowing(phone), []);

    // Only the part that was asked about is in the list.
    assert.equal(await press(phone), 303);
    const draft = pathOf(phone);
    assert.deepEqual(await phone.locator(".govuk-task-list__link").allInnerTexts(), [en("section-you-title")]);
    await follow(phone, phone.getByRole("link", { name: en("section-you-title") }));
    assert.equal(await phone.locator("[name=address-line1]").inputValue(), "Lindenstraße 7");
    await send(phone, { "address-line1": "Lindenstraße 7a" }, "continue");

    // Old and new beside each other, and the telephone signs that.
    await phone.goto(`${draft}/check`);
    assert.equal(await heading(phone), en("answer-check-title"));
    await reads(phone, en("change-before"), "Lindenstraße 7", en("change-after"), "Lindenstraße 7a");
    assert.deepEqual(await overflowing(phone), []);
    await follow(phone, phone.getByRole("link", { name: en("mobile-check-sign") }));
    assert.equal(await signByPhone(phone, elshi), true);
    await phone.waitForURL(`**${draft}/sent`);
    await reads(phone, en("answer-sent-title"), reference, en("sent-next-2", { when: "24 November 2026, 18:00" }));

    await consul.goto(caseUrl);
    await reads(consul, QUESTION, "Lindenstraße 7a");
  }));
});
