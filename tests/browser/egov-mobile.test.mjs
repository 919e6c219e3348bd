// The story of eGov Mobile, in Kazakh, on the telephone that has the app: sign in, request and sign without a computer. The app is the
// simulated one; the pages notice by themselves what it has done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, checkPage, person, sentences, watch, withBrowser } from "./lib.mjs";
import { SHORT, beginRequest, comeBack, composeRequest, errors, fillAtOnce, follow, mobileCode, openOwnCase, pathOf, press, reads, send, signByPhone } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const kk = sentences("kk");

// The button that opens the app on this telephone stands before the code for another one. The app has taken the text: said in words,
// without a reload; then it signs.
async function signIn(page, elshi) {
  await page.goto("/kk/sign-in");
  await send(page, { way: "mobile" });
  assert.equal(await press(page, "begin"), 303, await errors(page));
  const code = await mobileCode(page);
  const [app, scanned] = await Promise.all([`a[href^="https://m.egov.kz/mobileSign/"]`, "svg[data-code]"].map((one) => page.locator(one).boundingBox()));
  assert.ok(app.y < scanned.y, "the app on this telephone comes first");
  await page.evaluate(() => { globalThis.stays = true; });
  const { document } = await (await page.request.get(code.replace("mobileSign:", ""))).json();
  await page.request.get(document.uri, { headers: { authorization: `Bearer ${document.auth_token}` } });
  await page.getByText(kk("mobile-said-fetched")).waitFor();
  assert.equal(await page.evaluate(() => globalThis.stays), true);
  assert.equal(elshi.phone("applicant1", code), true);
  await comeBack(page);
  await page.locator("button[value=enter]").waitFor();
  await checkPage(page, "signed in with the app");
  assert.equal(await press(page, "enter"), 303);
  assert.equal(pathOf(page), "/kk/services");
}

test("a request is signed with eGov Mobile on the telephone itself", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, ...PHONE })).newPage();
    const seen = watch(page, elshi.host);
    await signIn(page, elshi);
    const draft = await beginRequest(page, "kk");
    await composeRequest(page, draft, SHORT, fillAtOnce);
    await page.goto(`${draft}/check`);
    await follow(page, page.getByRole("link", { name: kk("mobile-check-sign") }));

    // Another's key sends nothing, and the page says whose it was.
    assert.equal(await signByPhone(page, elshi, "applicant2"), false);
    await page.getByText(/МЫСАЛОВ/).first().waitFor();

    assert.equal(await signByPhone(page, elshi), true);
    await page.waitForURL(`**${draft}/sent`);
    await reads(page, kk("sent-title"), kk("sent-next-2", { when: "2026 жылғы 24 қараша, 18:00" }));

    await openOwnCase(page, "kk");
    await reads(page, kk("state-submitted-applicant"), "СЫНАҚОВА ӘЙГЕРІМ");
    assert.deepEqual(seen(), []);
  }));
});
