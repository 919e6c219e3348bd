// Refused, and what the person can do about it, in Russian: why, in words; a complaint that is filled in already; who decides by when;
// and the desk, where the officer who refused may only pass it on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPage, person, sentences, watch, withBrowser } from "./lib.mjs";
import { ACTS, act, complain, follow, openCase, openOwnCase, reads, sendRequest, signInAtDesk } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const ru = sentences("ru");

test("a refusal is explained and complained of", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, locale: "ru-RU" })).newPage();
    const seen = watch(page, elshi.host);
    const reference = await sendRequest(page, "ru");
    const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
    await signInAtDesk(consul, "officer.berlin", "ru");
    const caseUrl = await openCase(consul, reference, "ru");
    await act(consul, caseUrl, "registration");
    await act(consul, caseUrl, "refusal", { grounds: "unreliable_documents" });

    await openOwnCase(page, "ru");
    await reads(page, ru("state-refused-applicant"), ru("ground-unreliable-documents"), ACTS.refusal.reasons, ru("case-refused-next"), ru("paper-link-refusal"));
    await page.getByRole("button", { name: ru("case-again") }).waitFor();
    await checkPage(page, "refused");

    // What the case knows is filled in.
    await complain(page, ru, { circumstances: "Второй паспорт принадлежит ей же: фамилия изменена в 1980 году.", wishes: "cancel" });
    await reads(page, ru("complaint-state-received"), ru("complaint-subject-refusal"), "Lindenstraße 7", ru("complaint-suspends"));
    await reads(page, ru("complaint-forward-by", { mission: "Посольство Республики Казахстан (Берлин)", when: "26 ноября 2026 г., 18:00 (время: Берлин)" }));
    await openOwnCase(page, "ru");
    await reads(page, ru("timeline-file-complaint"), ru("complaint-state-received"));
    assert.equal(await page.getByRole("button", { name: ru("case-complain") }).count(), 0, "one complaint of one refusal");

    await consul.goto("/ru/desk/complaints");
    await follow(consul, consul.getByRole("link", { name: reference }));
    await reads(consul, ru("desk-complaint-own-act"), "фамилия изменена в 1980 году");
    assert.deepEqual(seen(), []);
  }));
});
