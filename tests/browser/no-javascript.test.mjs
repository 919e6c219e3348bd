// The signed story in a browser without JavaScript, in English: challenge and file are downloaded, signed with another program,
// and the signatures uploaded. Everything a script adds must be an addition.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, withBrowser } from "./lib.mjs";
import { ANSWERS, act, beginRequest, composeRequest, errors, mobileCode, openCase, openOwnCase, pathOf, press, referenceOn, reloadUntil, send, signByFile, signInAtDesk } from "./journey.mjs";
import { withElshi } from "./server.mjs";

test("the whole path works without a script", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const plain = { baseURL: elshi.base, script: false, locale: "en-GB" };
    const page = await (await person(browser, plain)).newPage();
    await page.goto("/en/");
    await page.locator("main a[href$='/request/new']").first().click();
    await send(page, { way: "eds" });
    assert.equal(await page.locator("form[data-sign]").isVisible(), false, "the button for NCALayer needs a script and stays hidden");
    assert.equal(await page.locator("noscript p").first().isVisible(), true);
    assert.equal(await signByFile(page, elshi, "applicant1"), 303, await errors(page));

    // A section with a mistake comes back with what was typed, the summary first.
    const draft = await beginRequest(page, "en");
    await page.goto(`${draft}/you`);
    await page.locator("[name=address-city]").fill("Berlin");
    assert.equal(await press(page, "continue"), 422);
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.locator("[name=address-city]").inputValue(), "Berlin");

    await composeRequest(page, draft, ANSWERS);
    await page.goto(`${draft}/check`);
    // The phone's way needs no script either: what has become of it is asked for by a link.
    await page.locator(`main a[href="${draft}/mobile"]`).click();
    assert.equal(await press(page, "begin"), 303);
    assert.equal(elshi.phone("applicant2", await mobileCode(page)), false);
    await page.locator(`main a.govuk-button--secondary[href="${draft}/mobile"]`).click();
    assert.match(await page.title(), /^Error: /);
    await page.goto(`${draft}/check`);
    await page.locator(`main a[href="${draft}/signature"]`).click();
    assert.equal(await signByFile(page, elshi, "applicant1"), 303, await errors(page));
    assert.equal(pathOf(page), `${draft}/sent`);
    const reference = await referenceOn(page);

    const consul = await (await person(browser, plain)).newPage();
    await signInAtDesk(consul, "officer.berlin");
    const caseUrl = await openCase(consul, reference);
    await act(consul, caseUrl, "registration");
    await act(consul, caseUrl, "record");
    await reloadUntil(consul, `a[href="${caseUrl}/collection"]`);
    await act(consul, caseUrl, "collection");
    await act(consul, caseUrl, "handover");

    await openOwnCase(page, "en");
    assert.equal(await page.locator(".app-timeline__item").count(), 8, await page.locator(".app-timeline").innerText());
  }));
});
