// The term passes and nobody has decided, in English: the page says when it ended and what the law gives, the complaint already says
// what it is about, and the desk sees the case as overdue and may still decide.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPage, person, sentences, withBrowser } from "./lib.mjs";
import { act, complain, openCase, openOwnCase, reads, sendRequest, signInAtDesk, signInByProgram } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const en = sentences("en");
const END = "24 November 2026, 18:00 (Berlin time)";

test("silence past the term is complained of", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, locale: "en-GB" })).newPage();
    const reference = await sendRequest(page, "en");
    await openOwnCase(page, "en");
    await reads(page, en("case-decision-by", { when: END }));
    assert.equal(await page.getByRole("button", { name: en("case-complain") }).count(), 0, "the term runs");

    await elshi.at("2026-11-24T17:05:00Z");
    await signInByProgram(page, "en");
    await page.goto("/en/services");
    await reads(page, en("case-overdue-tag"));
    await openOwnCase(page, "en");
    await reads(page, en("case-overdue", { when: END }));
    await checkPage(page, "the term has passed");
    await complain(page, en, { circumstances: "No answer came, and the funeral is on Friday.", wishes: "decide_now" });
    await reads(page, en("complaint-state-received"), en("complaint-subject-deadline-missed"), en("complaint-wish-decide-now"));
    // Filed after hours: registered on Wednesday, three working days from Thursday.
    await reads(page, en("complaint-forward-by", { mission: "Embassy of the Republic of Kazakhstan in Berlin", when: "30 November 2026, 18:00 (Berlin time)" }));

    const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
    await signInAtDesk(consul, "officer.berlin");
    const caseUrl = await openCase(consul, reference);
    await reads(consul, en("desk-case-overdue", { due: END }));
    await act(consul, caseUrl, "registration");
    await act(consul, caseUrl, "record");
    await openOwnCase(page, "en");
    await reads(page, en("complaint-state-received"), en("timeline-file-complaint"));
  }));
});
