// The story without an EDS and without a computer, in Russian, on a telephone: a number and one-time codes, and the papers photographed
// page by page. The code confirms and is never called a signature; the declared identity needs the passport page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, checkPage, overflowing, person, photograph, sentences, watch, withBrowser } from "./lib.mjs";
import { SHORT, answer, beginRequest, codeFor, errors, fill, follow, heading, iin, openCase, openOwnCase, pathOf, press, reads, referenceOn, send, signInAtDesk } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const NUMBER = "+49 1512 9876543";
const ru = sentences("ru");

// The number, a wrong code, the code; who she is is stated, not proven. Gives the code that was used.
async function signIn(page) {
  await page.goto("/ru/");
  await follow(page, page.locator("main a[href$='/request/new']").first());
  await send(page, { way: "phone" });
  await fill(page, { phone: NUMBER });
  assert.equal(await press(page), 200, await errors(page));
  const code = await codeFor(page.context(), NUMBER);
  await fill(page, { code: code === "000000" ? "000001" : "000000" });
  assert.equal(await press(page), 422);
  await checkPage(page, "a wrong code");
  await send(page, { code });
  assert.equal(pathOf(page), "/ru/identity");
  await send(page, { "identity-surname": "Сынақова", "identity-given": "Әсем", "identity-iin": iin("850101450") });
  return code;
}

// Photographs each page of a document: added, looked at, and asked whether there is another.
async function photographs(page, kind, names) {
  await follow(page, page.locator(`main a[href$='/files/${kind}']`));
  for (const [at, name] of names.entries()) {
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "image/jpeg", buffer: await photograph(page, 600, 800) });
    await page.locator("main form[data-uploads] button:not([type=button])").click();
    await page.waitForURL("**/check");
    assert.equal(await heading(page), ru("page-check-title"));
    assert.equal(await page.locator("main img").evaluate((own) => own.decode().then(() => own.naturalHeight)), 800);
    assert.deepEqual(await overflowing(page), []);
    await send(page, { readable: "yes" });
    assert.equal(await heading(page), ru("more-pages-title"));
    await send(page, { another: at + 1 < names.length ? "yes" : "no" });
  }
  await reads(page, ...names);
}

test("a request with photographed papers, confirmed by a one-time code", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, locale: "ru-RU", ...PHONE })).newPage();
    const seen = watch(page, elshi.host);
    const used = await signIn(page);
    const draft = await beginRequest(page, "ru");
    for (const [section, typed] of Object.entries(SHORT)) await answer(page, draft, section, typed);
    await page.goto(`${draft}/files`);
    await photographs(page, "medical", ["seite-1.jpg", "seite-2.jpg"]);
    await photographs(page, "applicant_passport", ["pass.jpg"]);
    await page.goto(`${draft}/check`);
    await reads(page, "seite-1.jpg", "seite-2.jpg", "pass.jpg", ru("check-rules-enough"));

    // She confirms the exact file by a code sent at that moment.
    await follow(page, page.locator(`main a[href="${draft}/code"]`));
    assert.equal(await press(page, "send"), 200, await errors(page));
    await checkPage(page, "the code was sent");
    await fill(page, { code: await codeFor(page.context(), NUMBER, used) });
    assert.equal(await press(page, "confirm"), 303, await errors(page));
    await reads(page, ru("sent-title"), ru("sent-next-2", { when: "24 ноября 2026 г., 18:00 (время: Берлин)" }));
    const reference = await referenceOn(page);

    await openOwnCase(page, "ru");
    await reads(page, ru("proof-otp", { number: "+49 ••• ••43" }));

    // The desk sees "confirmed", not "signed", and the photos.
    const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
    await signInAtDesk(consul, "officer.berlin", "ru");
    await openCase(consul, reference, "ru");
    await reads(consul, "seite-1.jpg", "pass.jpg", ru("desk-proof-otp"));
    const told = await consul.locator("main").innerText();
    assert.ok(!/подписано ЭЦП|ЭЦП подписан/i.test(told), "a code is not a signature");
    assert.deepEqual(seen(), []);
  }));
});
