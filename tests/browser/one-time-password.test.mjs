// The story without an EDS, in Russian: a phone number and one-time codes. The code confirms and is never called a signature;
// the declared identity needs the passport page; the case shows how it was confirmed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPage, person, watch, withBrowser } from "./lib.mjs";
import { act, beginRequest, codeFor, composeRequest, errors, fill, iin, openCase, pathOf, press, referenceOn, send, signInAtDesk } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const PHONE = "+49 1512 9876543";

test("a request confirmed by a one-time code, refused with reasons", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, locale: "ru-RU" })).newPage();
    const seen = watch(page, elshi.host);
    await page.goto("/ru/");
    await page.locator("main a[href$='/request/new']").first().click();
    await send(page, { way: "phone" });
    await fill(page, { phone: PHONE });
    assert.equal(await press(page), 200, await errors(page));
    await checkPage(page, "the code");

    // A wrong code says how many tries are left and keeps the number.
    const code = await codeFor(page.context(), PHONE);
    await fill(page, { code: code === "000000" ? "000001" : "000000" });
    assert.equal(await press(page), 422);
    await checkPage(page, "a wrong code");
    await send(page, { code });

    // Name and IIN are stated, not proven.
    assert.equal(pathOf(page), "/ru/identity");
    await checkPage(page);
    await send(page, { "identity-surname": "Сынақова", "identity-given": "Әсем", "identity-iin": iin("850101450") });
    const draft = await beginRequest(page, "ru");
    await composeRequest(page, draft);
    await page.goto(`${draft}/check`);
    assert.ok((await page.locator("main").innerText()).includes("applicant_passport.pdf"), "a declared identity encloses the passport");
    await checkPage(page, "check answers");

    // She confirms the exact file by a code sent at that moment.
    await page.locator(`main a[href="${draft}/code"]`).click();
    await checkPage(page, "before the code is sent");
    assert.equal(await press(page, "send"), 200, await errors(page));
    await checkPage(page, "the code was sent");
    await fill(page, { code: await codeFor(page.context(), PHONE, code) });
    assert.equal(await press(page, "confirm"), 303, await errors(page));
    assert.equal(pathOf(page), `${draft}/sent`);
    const reference = await referenceOn(page);

    // The desk sees "confirmed", not "signed", and refuses with a ground of the law and reasons.
    const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
    await signInAtDesk(consul, "officer.berlin");
    const caseUrl = await openCase(consul, reference);
    await act(consul, caseUrl, "registration");
    await consul.goto(`${caseUrl}/refusal`);
    const ground = await consul.locator("main input[type=checkbox]").first().evaluate((e) => ({ [e.name]: e.value }));
    await act(consul, caseUrl, "refusal", ground);
    await checkPage(consul, "refused, at the desk");

    await page.goto("/ru/services");
    await page.locator("main a[href*='/ru/services/']").first().click();
    await checkPage(page, "refused, as the applicant sees it");
    const told = await page.locator("main").innerText();
    assert.ok(told.includes("The medical document names another person"), told);
    assert.ok(!/ЭЦП подписан|подписано ЭЦП/i.test(told), "a code is not a signature");
    assert.deepEqual(seen(), []);
  }));
});
