// The certificate is ready and the day does not suit, in Kazakh, on a telephone: another free time is chosen among those
// that are offered, she and the officer read the new one, and the old one is free again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, overflowing, person, sentences, withBrowser } from "./lib.mjs";
import { act, errors, follow, heading, openCase, openOwnCase, press, reads, reloadUntil, sendRequest, signInAtDesk, signInByApp } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const kk = sentences("kk");

async function ready(browser, elshi) {
  const reference = await sendRequest(await (await person(browser, { baseURL: elshi.base })).newPage(), "kk");
  const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
  await signInAtDesk(consul, "officer.berlin");
  const caseUrl = await openCase(consul, reference);
  await act(consul, caseUrl, "registration");
  await act(consul, caseUrl, "record");
  await reloadUntil(consul, `a[href="${caseUrl}/collection"]`);
  await act(consul, caseUrl, "collection");
  return { consul, caseUrl };
}

test("another time is chosen on a telephone", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const { consul, caseUrl } = await ready(browser, elshi);
    const phone = await (await person(browser, { baseURL: elshi.base, ...PHONE })).newPage();
    await signInByApp(phone, elshi, "kk");
    await openOwnCase(phone, "kk");
    await reads(phone, kk("state-ready-applicant"), kk("collection-title"), "2026 жылғы 25 қараша, 10:30");

    await follow(phone, phone.getByRole("link", { name: kk("case-appointment") }));
    assert.equal(await heading(phone), kk("appointment-title"));
    await reads(phone, kk("appointment-now", { when: "2026 жылғы 25 қараша, 10:30 (Берлин уақыты)" }));
    assert.deepEqual(await overflowing(phone), []);
    await phone.getByRole("group", { name: "26 қараша" }).getByRole("radio", { name: "11:00" }).check();
    assert.equal(await press(phone), 303, await errors(phone));
    await reads(phone, kk("timeline-change-collection"), kk("state-ready-applicant"), "2026 жылғы 26 қараша, 11:00");

    await consul.goto(caseUrl);
    await reads(consul, "26 November 2026, 11:00");
    await follow(phone, phone.getByRole("link", { name: kk("case-appointment") }));
    await phone.getByRole("group", { name: "25 қараша" }).getByRole("radio", { name: "10:30" }).waitFor();
  }));
});
