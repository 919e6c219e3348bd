// A request that is begun on a computer and gone on with three days later on a telephone, in English. What was typed and not yet
// whole is there too; what the telephone changes, the computer shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, overflowing, person, sentences, withBrowser } from "./lib.mjs";
import { SHORT, answer, beginRequest, fill, follow, pathOf, press, reads, send, signByProgram, signInByApp, signInByProgram } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const en = sentences("en");

test("a draft is gone on with on another device", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const computer = await (await person(browser, { baseURL: elshi.base, locale: "en-GB" })).newPage();
    await signInByProgram(computer, "en");
    const draft = await beginRequest(computer, "en");
    await answer(computer, draft, "you", SHORT.you);
    assert.equal(pathOf(computer), `${draft}/person`);
    await fill(computer, { "deceased-known": "yes", "deceased-given": "Үлгі", "deceased-residence": "Lindenstraße 7" });
    assert.equal(await press(computer, "leave"), 303);

    await elshi.at("2026-11-26T17:00:00Z");
    const phone = await (await person(browser, { baseURL: elshi.base, locale: "en-GB", ...PHONE })).newPage();
    await signInByApp(phone, elshi, "en");
    assert.equal(pathOf(phone), "/en/services");
    await reads(phone, en("history-drafts"), en("tasks-done", { done: "1", all: "5" }), en("history-changed", { date: "23 November 2026" }));
    await follow(phone, phone.getByRole("link", { name: en("history-continue") }));
    assert.equal(pathOf(phone), draft);
    await follow(phone, phone.getByRole("link", { name: en("section-person-title") }));
    for (const [name, typed] of [["deceased-given", "Үлгі"], ["deceased-residence", "Lindenstraße 7"]]) assert.equal(await phone.locator(`[name=${name}]`).inputValue(), typed);
    assert.deepEqual(await overflowing(phone), []);
    await send(phone, SHORT.person, "continue");

    // The computer's session has ended meanwhile; its owner signs in and finds both sections.
    await computer.goto(draft);
    await send(computer, { way: "eds" });
    assert.equal(await signByProgram(computer), 303);
    assert.equal(pathOf(computer), draft);
    await reads(computer, "Сынақов", en("tasks-done", { done: "2", all: "5" }));
  }));
});
