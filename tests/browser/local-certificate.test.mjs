// The trap of the service, in Kazakh, on a telephone: who has only the local death certificate is told before signing in that one
// more paper is needed, how to ask for it, and is told so again where it is stated in a request.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, checkPage, overflowing, person, sentences, withBrowser } from "./lib.mjs";
import { ANSWERS, answerQuestions, beginRequest, checkNeeds, fill, follow, heading, press, reads, signInByApp } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const kk = sentences("kk");

test("the local death certificate alone is not enough, and the page says what is", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base, ...PHONE })).newPage();
    await checkNeeds(page, "kk", { died: "DE", citizen: "yes", lives: "DE", mission: "berlin", paper: "local_death_certificate" });
    assert.equal(await heading(page), kk("check-trap-local-title"));
    await reads(page, kk("check-trap-local-1"), kk("check-trap-local-2"));
    await checkPage(page, "the trap");

    // The letter to the hospital.
    await follow(page, page.getByRole("link", { name: kk("check-trap-letter") }));
    assert.equal(await heading(page), kk("check-letter-title"));
    await reads(page, kk("check-letter-ask"), kk("check-letter-why"));
    assert.deepEqual(await overflowing(page), []);
    await page.goBack();

    // Who goes on gets a list on which that paper is the first thing to do.
    await follow(page, page.getByRole("link", { name: kk("check-trap-go-on") }));
    await answerQuestions(page, { issued: "DE", language: "de", relation: "child" });
    assert.equal(await heading(page), kk("check-list-title"));
    const first = await page.locator(".app-thing").first().innerText();
    assert.ok(first.includes(kk("check-thing-get-medical")) && first.includes(kk("check-to-do")), first);

    // Stated in a request, it comes back with the sentence at its field, and nothing that was typed is lost.
    await signInByApp(page, elshi, "kk");
    const draft = await beginRequest(page, "kk");
    await page.goto(`${draft}/death`);
    await fill(page, { "death-place": ANSWERS.death["death-place"], basis: "local_death_certificate" });
    assert.equal(await press(page, "continue"), 422);
    assert.ok((await page.locator("#basis-error").innerText()).includes(kk("field-basis-error-not-accepted")));
    assert.equal(await page.locator("[name=death-place]").inputValue(), ANSWERS.death["death-place"]);
  }));
});
