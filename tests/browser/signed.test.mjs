// The main job end to end in a browser, in Kazakh: sign in with an EDS through NCALayer, request online, sign, the consul's half
// at the desk until the certificate is handed over, and what the applicant then sees. Each page is checked on the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPage, person, watch, withBrowser } from "./lib.mjs";
import { act, beginRequest, composeRequest, fill, openCase, openOwnCase, pathOf, press, referenceOn, reloadUntil, send, signByFile, signByProgram, signInAtDesk } from "./journey.mjs";
import { withElshi } from "./server.mjs";

test("a daughter requests online and signs; the consul registers, decides and hands over", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const daughter = await (await person(browser, { baseURL: elshi.base })).newPage();
    const seenByHer = watch(daughter, elshi.host);

    // The service page offers "Request online"; who is not signed in is asked to, and goes on where she was.
    await daughter.goto("/kk/");
    await daughter.locator("main a[href$='/request/new']").first().click();
    assert.equal(pathOf(daughter), "/kk/sign-in");
    await send(daughter, { way: "eds" });
    assert.equal(pathOf(daughter), "/kk/sign-in/eds");
    await checkPage(daughter);
    assert.equal(await signByProgram(daughter), 303);
    assert.equal(pathOf(daughter), "/kk/request/new");

    // She composes the request and encloses the papers.
    const draft = await beginRequest(daughter, "kk");
    await composeRequest(daughter, draft);
    await daughter.goto(draft);
    await checkPage(daughter, "the task list, done");
    await daughter.goto(`${draft}/check`);
    const answers = await daughter.locator("main").innerText();
    for (const answer of ["Lindenstraße 7", "Сынақов", "Charité", "medical.pdf"]) assert.ok(answers.includes(answer), answer);
    await checkPage(daughter, "check answers");

    // She reads the file and signs exactly that.
    const file = await (await daughter.request.get(`${draft}/file`)).body();
    assert.equal(file.subarray(0, 5).toString(), "%PDF-");
    await daughter.locator(`main a[href="${draft}/signature"]`).click();
    await checkPage(daughter, "signature");
    assert.equal(await signByProgram(daughter), 303);
    assert.equal(pathOf(daughter), `${draft}/sent`);
    const reference = await referenceOn(daughter);
    assert.match(await daughter.locator("main").innerText(), /24 қараша/);
    await checkPage(daughter, "sent");

    // Going back and pressing again makes no second application.
    await daughter.goto(`${draft}/signature`);
    assert.equal(pathOf(daughter), `${draft}/sent`);
    assert.equal(await referenceOn(daughter), reference);

    // The consul in Berlin reads what was signed, registers it, makes the record; the certificate makes itself.
    const consul = await (await person(browser, { baseURL: elshi.base })).newPage();
    const seenByHim = watch(consul, elshi.host);
    await signInAtDesk(consul, "officer.berlin", "ru");
    const caseUrl = await openCase(consul, reference, "ru");
    await checkPage(consul, "case at the desk");
    const paper = await (await consul.request.get(`${caseUrl}/papers/application`)).body();
    assert.ok(paper.equals(file), "the officer reads exactly what was signed");
    await act(consul, caseUrl, "registration");
    await act(consul, caseUrl, "record");
    await reloadUntil(consul, `a[href="${caseUrl}/collection"]`);
    await act(consul, caseUrl, "collection");

    // She is told when to come.
    await openOwnCase(daughter, "kk");
    assert.match(await daughter.locator("main").innerText(), /25 қараша/);
    await checkPage(daughter, "her case, certificate ready");

    // She comes with her passport and the originals.
    await consul.goto(`${caseUrl}/handover`);
    await fill(consul, { receiver: "close_relative" });
    assert.equal(await press(consul, "preview"), 422, "nobody receives without an identity document and the originals");
    await act(consul, caseUrl, "handover");
    await checkPage(consul, "case closed");

    // Her page tells the whole story.
    await daughter.reload();
    assert.equal(await daughter.locator(".app-timeline__item").count(), 8, await daughter.locator(".app-timeline").innerText());
    await checkPage(daughter, "her case, collected");
    assert.deepEqual([...seenByHer(), ...seenByHim()], []);
  }));
});

test("an expired certificate is refused in words, and the page still serves", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const context = await person(browser, { baseURL: elshi.base });
    const page = await context.newPage();
    await page.goto("/en/sign-in/eds");
    assert.equal(await signByFile(page, elshi, "expired"), 422);
    await checkPage(page, "an expired certificate");
    // The page still stands: the right key signs the new challenge.
    assert.equal(await signByProgram(page), 303);
  }));
});
