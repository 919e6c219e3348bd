// Every address of the product in every language, in a state where it has something to show, and the error state of every form.
// On each page: no finding of axe, one heading, title and language, nothing wider than 320 px, no error of the console, no request
// to another host, no breach of the policy. An address of the table that this tour does not come to fails the test.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { faults, person, picture, tourAt, watch, withBrowser } from "./lib.mjs";
import { FULL, counted, policy, thoroughly } from "./matrix.mjs";
import { ACTS, ANSWERS, act, attach, beginRequest, codeFor, composeRequest, errors, fill, iin, mobileCode, openCase, paper, pathOf, posting, press, referenceOn, reloadUntil, send, signByFile, signByProgram, signInAtDesk, uploadSignature } from "./journey.mjs";
import { routeOf, routes } from "./routes.mjs";
import { withElshi } from "./server.mjs";

// `cargo xtask screens`: pictures for a person to look at, in place of the checks.
const ONLY_PICTURES = process.env.ELSHI_PICTURES !== undefined;
// Forms in which nothing can be typed wrongly: only a button, so no error state.
const ONLY_A_BUTTON = ["/{lang}/sign-out", "/{lang}/services/{application}/new-request", "/{lang}/request/checked/{answers}", "/{lang}/request/{draft}/files/{kind}/{file}/removal", "/{lang}/desk/cases/{application}/registration", "/{lang}/desk/cases/{application}/record", "/{lang}/desk/cases/{application}/no-show", "/{lang}/desk/paper/{draft}/removal", "/{lang}/services/{application}/supplement", "/{lang}/account/sessions", "/{lang}/account/phone/objection", "/{lang}/sign-in/mobile", "/{lang}/request/{draft}/mobile", "/{lang}/complaints/{complaint}/mobile", "/{lang}/request/{draft}/paper", "/{lang}/desk/people", "/{lang}/enquiry", "/{lang}/enquiries/{enquiry}", "/{lang}/request/{draft}/files/{kind}/{file}/turn", "/{lang}/request/{draft}/files/{kind}/earlier", "/{lang}/session", "/{lang}/request/{draft}/deletion"];
// A policy that is off: these addresses answer as ones that are not there (docs/decisions/0057). Their pages are rendered by the tests of `web`.
const OFF = ["hearing", "preliminary-refusal", "hearing-protocol", "hearing-remarks", "resumed-review"];
// A picture of one point.
const POINT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==", "base64");
const PHONE = "+49 1512 9876543";
const NEW_PHONE = "+49 1512 9876544";
const DESK_PHONE = "+49 1512 9876545";
const ERROR_FIRST = /^‹?(?:Қате|Ошибка|Error|Érrór):/;

// What this tour has seen: `GET pattern` looked at, `POST pattern` answered, `422 pattern` shown with its errors.
class Tour {
  constructor(lang, elshi, { examine, script, answers, applicant, set }) {
    Object.assign(this, { lang, elshi, base: elshi.base, examine, script, answers, applicant, set, seen: new Set(), all: routes(), faults: [] });
  }

  // All faults are told at the end, so that one run names them all.
  async note(page, name) {
    if (ONLY_PICTURES) { await this.pictures(page, name.replace(/\W+/g, "-")); return; }
    const found = await this.examine(page);
    for (const fault of found) this.faults.push(`${name} ${pathOf(page)}: ${fault}`);
    counted(this.set, this.lang, page, found);
    const lang = await page.locator("html").getAttribute("lang");
    if (lang !== this.lang) this.faults.push(`${name} ${pathOf(page)}: in ${lang}`);
  }

  mark(what, pathname) {
    const route = routeOf(this.all, pathname);
    assert.ok(route, `${pathname} is in no table`);
    this.seen.add(`${what} ${route.pattern}`);
  }

  // The page as it stands, whatever brought it.
  async check(page, what, name) {
    await this.note(page, name ?? pathOf(page).replace(/[0-9a-f]{8}-[0-9a-f-]+/g, "id").slice(4) + (what === "422" ? "-errors" : ""));
    this.mark(what, pathOf(page));
  }

  async pictures(page, name) {
    const before = page.viewportSize();
    for (const [width, height] of [[1280, 900], [360, 740]]) {
      await page.setViewportSize({ width, height });
      this.taken = (this.taken ?? 0) + 1;
      await picture(page, `${this.lang}-${width}-${String(this.taken).padStart(3, "0")}-${name}`);
    }
    await page.setViewportSize(before);
  }

  async look(page, path, name) {
    const answer = await page.goto(path.startsWith("/dev/") && !path.includes("?") ? `${path}?lang=${this.lang}` : path);
    assert.equal(answer.status(), 200, `${path}: ${await errors(page)}`);
    await this.check(page, "GET", name);
  }

  // Sends what cannot be right; the page must come back with its errors.
  async mistake(page, wrong, { path, button, name } = {}) {
    if (path) await page.goto(path);
    if (typeof wrong === "function") await wrong();
    else await fill(page, wrong);
    const status = await press(page, button);
    assert.equal(status, 422, `${page.url()}: ${await errors(page)}`);
    assert.equal(await page.locator(".govuk-error-summary").count(), 1, `${page.url()}: no error summary`);
    // The title says so first, and the summary is where a person is (WCAG 2.4.2, 3.3.1).
    if (!ERROR_FIRST.test(await page.title())) this.faults.push(`${pathOf(page)}: with errors the title is "${await page.title()}"`);
    if (this.script && !(await page.evaluate(() => document.activeElement.matches(".govuk-error-summary")))) this.faults.push(`${pathOf(page)}: the summary of errors has no focus`);
    await this.check(page, "422", name);
    this.mark("POST", pathOf(page));
  }

  // Something that is not a page: a file or a word. Fetched with the person's cookies.
  async fetch(page, path, type) {
    const answer = await page.request.get(path);
    assert.equal(answer.status(), 200, path);
    assert.match(answer.headers()["content-type"], type, path);
    this.mark("GET", new URL(path, this.base).pathname);
  }

  // With the program on the computer, or without scripts by a file.
  signs(page) { return this.script ? signByProgram(page) : signByFile(page, this.elshi, "applicant1"); }

  done(pathname) { this.mark("POST", pathname); }

  missed() {
    const wanted = this.all.filter(({ pattern }) => !OFF.some((noun) => pattern.endsWith(`/${noun}`))).flatMap(({ pattern, methods }) => {
      const more = methods.includes("POST") && !ONLY_A_BUTTON.includes(pattern) ? ["422"] : [];
      return [...methods, ...more].map((what) => `${what} ${pattern}`);
    });
    return wanted.filter((one) => !this.seen.has(one));
  }
}

async function outside(tour, page, elshi) {
  const { lang } = tour;
  const door = await page.request.get("/", { maxRedirects: 0 });
  assert.equal(door.status(), 303);
  tour.mark("GET", "/");
  await tour.look(page, `/${lang}`);
  await tour.look(page, `/${lang}/`, "service-page");
  await tour.look(page, `/${lang}/accessibility`, "accessibility");
  await tour.look(page, `/${lang}/terms`, "terms");
  await tour.look(page, `/${lang}/afterwards?country=DE`, "afterwards");
  await tour.fetch(page, "/health", /./);
  await tour.fetch(page, await page.locator("link[rel=stylesheet]").getAttribute("href"), /text\/css/);
  await verification(tour, page, elshi);
  await checkTool(tour, page);
  await tour.look(page, `/${lang}/sign-in`, "sign-in");
  await tour.mistake(page, {}, { path: `/${lang}/sign-in` });
  await tour.look(page, `/${lang}/sign-in/eds`, "sign-in-eds");
  await tour.fetch(page, await page.locator("a[download]").getAttribute("href"), /./);
  await wrongSignature(tour, page);
  await byPhone(tour, page, `/${lang}/sign-in/mobile`, "sign-in-mobile", () => {
    assert.equal(elshi.phone("head", tour.code), false, "a company's key");
  });
  assert.equal(await press(page), 303, "show a new code");
  const phone = await page.locator("a[href^='/dev/phone']").getAttribute("href");
  await tour.look(page, phone, "dev-phone");
  await tour.mistake(page, { code: "no code" }, { name: "dev-phone-errors" });
  await page.goto(phone);
  await fill(page, { key: "applicant2" });
  assert.equal(await press(page), 200, await errors(page));
  await tour.note(page, "dev-phone-done");
  await tour.look(page, `/${lang}/sign-in/mobile`, "sign-in-mobile-signed");
  await tour.look(page, `/${lang}/sign-in/phone`, "sign-in-phone");
  await tour.mistake(page, { phone: "12" }, { path: `/${lang}/sign-in/phone` });
  await tour.look(page, `/${lang}/desk/sign-in/eds`, "desk-sign-in-eds");
  assert.equal(await uploadSignature(page, Buffer.from("not a signature")), 422);
  await tour.check(page, "422", "desk-sign-in-eds-errors");
  await tour.look(page, `/${lang}/desk/sign-in`, "desk-sign-in");
  await tour.mistake(page, { login: "officer.berlin", password: "wrong", code: "000000" }, { path: `/${lang}/desk/sign-in` });
  assert.equal((await page.goto(`/${lang}/no-such-page`)).status(), 404);
  await tour.note(page, "not found");
}

// The year of birth is not the one in the IIN: asked about, with nothing chosen, and put right.
async function contradiction(tour, page, draft) {
  await page.goto(`${draft}/person`);
  await send(page, { "deceased-born-year": String(tour.answers.person["deceased-born-year"] - 1) }, "continue");
  await tour.check(page, "GET", "advice");
  await tour.mistake(page, {}, { name: "advice-errors" });
  await send(page, { "right-deceased-born": "meant" });
  tour.done(`${draft}/person/advice`);
}

// Signing by phone: before it, while the code waits, and after the phone brought what is not taken.
async function byPhone(tour, page, address, name, refused) {
  await tour.look(page, address, name);
  assert.equal(await press(page, "begin"), 303, await errors(page));
  tour.done(address);
  await tour.check(page, "GET", `${name}-waiting`);
  tour.code = await mobileCode(page);
  refused();
  await tour.look(page, address, `${name}-refused`);
}

// The open verification: its short address, nothing chosen, a good signature, one without its document, and no signature at all.
async function verification(tour, page, elshi) {
  const address = `/${tour.lang}/verify-signature`;
  const door = await page.request.get("/verify-signature", { maxRedirects: 0 });
  assert.equal(door.status(), 303);
  tour.mark("GET", "/verify-signature");
  await tour.look(page, address, "verify-signature");
  await tour.mistake(page, {}, { path: address });
  const file = Buffer.from("a document");
  const shows = async (name, signature, document) => {
    await page.goto(address);
    await page.locator("[name=signature]").setInputFiles({ name: "letter.pdf.cms", mimeType: "application/pkcs7-signature", buffer: signature });
    if (document) await page.locator("[name=document]").setInputFiles({ name: "letter.pdf", mimeType: "application/pdf", buffer: document });
    assert.equal(await press(page), 200);
    await tour.note(page, name);
  };
  await shows("verify-valid", elshi.sign("applicant1", file), file);
  await shows("verify-indeterminate", elshi.sign("applicant1", file));
  await shows("verify-not-valid", elshi.sign("revoked", file), Buffer.from("another document"));
  await shows("verify-no-signature", file);
}

// The check before signing in: every question, empty and with its error, the ways out, the traps, the letter and the list.
const CHECKED = { died: "DE", citizen: "yes", lives: "DE", mission: "berlin", paper: "medical", issued: "DE", language: "de", relation: "child" };

async function checkTool(tour, page) {
  const address = (answers) => `/${tour.lang}/check?${new URLSearchParams(answers)}`;
  const names = Object.keys(CHECKED);
  for (const [at, name] of names.entries()) {
    const before = Object.fromEntries(names.slice(0, at).map((own) => [own, CHECKED[own]]));
    await tour.look(page, address(before), `check-${name}`);
    const answer = await page.goto(address({ ...before, asked: name }));
    assert.equal(answer.status(), 422);
    await tour.note(page, `check-${name}-errors`);
  }
  const until = (name, more) => ({ ...Object.fromEntries(names.slice(0, names.indexOf(name)).map((own) => [own, CHECKED[own]])), ...more });
  await tour.look(page, address(until("mission", { lives: "AT" })), "check-mission-one");
  await tour.look(page, address(until("mission", { lives: "IS" })), "check-mission-ask");
  await tour.look(page, address({ died: "KZ" }), "check-exit");
  await tour.look(page, address(until("paper", { paper: "local_death_certificate" })), "check-trap-local");
  await tour.look(page, address(until("paper", { paper: "none" })), "check-trap-none");
  await tour.look(page, `/${tour.lang}/check/letter?died=DE`, "check-letter");
  await tour.look(page, address(CHECKED), "check-list");
  const mail = address(CHECKED).replace("/check?", "/check/mail?");
  await tour.look(page, mail, "check-mail");
  await tour.mistake(page, { email: "aigerim" }, { path: mail, name: "check-mail-errors" });
  await fill(page, { email: "aigerim@example.org" });
  assert.equal(await press(page), 200);
  tour.done(`/${tour.lang}/check/mail`);
  await tour.note(page, "check-mail-sent");
  await tour.look(page, address({ ...CHECKED, paper: "local_death_certificate", gather: "yes", issued: "KG", language: "ru", relation: "representative" }), "check-list-exempt");
}

// The paper is shown to the mission: with nothing chosen, sent without an account and with one; `photo` is what the desk opens.
const UNSURE = { died: "DE", citizen: "yes", lives: "DE", mission: "berlin", paper: "other" };

async function asks(tour, page, fields, files) {
  const address = `/${tour.lang}/check/enquiry`;
  await page.goto(`${address}?${new URLSearchParams(UNSURE)}`);
  for (const [at, file] of files.entries()) await page.locator(`[name=photo-${at + 1}]`).setInputFiles(file);
  await send(page, fields);
  tour.done(address);
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

async function enquiry(tour, page) {
  const { lang } = tour;
  await tour.look(page, `/${lang}/check?${new URLSearchParams(UNSURE)}`, "check-trap-other");
  await tour.look(page, `/${lang}/check/enquiry?${new URLSearchParams(UNSURE)}`, "check-enquiry");
  await tour.mistake(page, { email: "dana", phone: "12" }, { name: "check-enquiry-errors" });
  const photo = { name: "page.png", mimeType: "image/png", buffer: POINT };
  tour.question = await asks(tour, page, { question: "Осы құжат па?", email: "dana@example.org" }, [photo, paper("second page")]);
  await tour.check(page, "GET", "enquiry-sent");
}

// The officer reads it, opens the photo, answers; who asked reads the answer and erases it all.
async function answersEnquiry(tour, consul, page) {
  const list = `/${tour.lang}/desk/enquiries`;
  await tour.look(consul, list, "enquiries");
  const url = await consul.locator(`main a[href*='${list}/']`).first().getAttribute("href");
  await tour.look(consul, url, "desk-enquiry");
  assert.equal(await consul.locator("main img").evaluate((picture) => picture.naturalWidth), 1, "the photo is not shown");
  await tour.fetch(consul, `${url}/files/1`, /image\/png/);
  await tour.mistake(consul, {}, { button: "preview", name: "desk-enquiry-errors" });
  await fill(consul, { verdict: "not_enough", words: "Ауруханаға хабарласыңыз." });
  await consul.locator("main input[name=needs]").first().check();
  assert.equal(await press(consul, "preview"), 200, await errors(consul));
  await tour.note(consul, "desk-enquiry-letter");
  assert.equal(await press(consul, "send"), 303, await errors(consul));
  tour.done(url);
  await tour.check(consul, "GET", "desk-enquiry-answered");
  await tour.look(consul, list, "enquiries-answered");
  await tour.look(page, tour.question, "enquiry-answered");
  assert.equal(await posting(page, () => page.locator("main form button").click()), 200);
  tour.done(`/${tour.lang}/enquiry`);
  await tour.note(page, "enquiry-erased");
}

// With an account: the answer stands in it.
async function enquiryOfAccount(tour, page) {
  const photo = { name: "page.png", mimeType: "image/png", buffer: POINT };
  const own = await asks(tour, page, { email: "", phone: "" }, [photo]);
  await tour.check(page, "GET", "enquiry-of-account");
  await tour.look(page, `/${tour.lang}/services`, "history-enquiry");
  await page.goto(own);
  assert.equal(await posting(page, () => page.locator("main form button").click()), 200);
  tour.done(own);
}

// The list begins a request.
async function checkedRequest(tour, page) {
  const url = `/${tour.lang}/request/checked/DE--DE--berlin--medical--DE--de--child`;
  await tour.look(page, url, "checked-request");
  assert.equal(await press(page), 303, await errors(page));
  tour.done(url);
}

async function wrongSignature(tour, page) {
  assert.equal(await uploadSignature(page, Buffer.from("not a signature")), 422);
  await tour.check(page, "422", "signature-errors");
  tour.done(pathOf(page));
}

// A draft that nobody needs.
async function throwsAway(tour, page) {
  const draft = await beginRequest(page, tour.lang);
  await tour.look(page, `${draft}/deletion`, "deletion");
  assert.equal(await press(page), 303, await errors(page));
  tour.done(`${draft}/deletion`);
  await tour.note(page, "draft-deleted");
}

// The request signed with an EDS, up to "sent"; gives its reference.
async function signed(tour, page, elshi) {
  const { lang } = tour;
  await page.goto(`/${lang}/sign-in/eds`);
  assert.equal(await tour.signs(page), 303);
  await tour.look(page, `/${lang}/services`);
  await tour.look(page, `/${lang}/request/new`, "country");
  await tour.mistake(page, {}, { path: `/${lang}/request/new` });
  for (const country of ["DE", "HK", "IS"]) await tour.look(page, `/${lang}/request/new?country=${country}`, `mission-${country}`);
  await tour.mistake(page, {}, { path: `/${lang}/request/new?country=IS` });
  await tour.look(page, `/${lang}/request/new?country=AT&other=yes`, "mission-other");
  await tour.mistake(page, {}, { path: `/${lang}/request/new?country=AT&other=yes`, name: "mission-other-errors" });
  await throwsAway(tour, page);
  const draft = await beginRequest(page, lang);
  tour.done(`/${lang}/request/new`);
  await tour.look(page, draft, "task-list");
  await tour.look(page, `${draft}/check`, "check-unfinished");
  for (const section of Object.keys(tour.answers)) {
    await tour.look(page, `${draft}/${section}`, `section-${section}`);
    await tour.mistake(page, {}, { path: `${draft}/${section}`, button: "continue", name: `section-${section}-errors` });
  }
  await tour.look(page, `${draft}/files`);
  await composeRequest(page, draft, tour.answers);
  await contradiction(tour, page, draft);
  await files(tour, page, draft);
  await tour.look(page, draft, "task-list-done");
  for (const section of Object.keys(tour.answers)) await tour.look(page, `${draft}/${section}`, `section-${section}-filled`);
  await tour.look(page, `${draft}/check`, "check");
  await tour.fetch(page, `${draft}/file`, /application\/pdf/);
  await tour.look(page, `/${lang}/services`, "history-draft");
  await tour.look(page, `${draft}/code`);
  await byPhone(tour, page, `${draft}/mobile`, "request-mobile", () => assert.equal(elshi.phone("applicant2", tour.code), false, "another's key"));
  await tour.look(page, `${draft}/paper`, "on-paper");
  await tour.look(page, `${draft}/signature`, "signature");
  await wrongSignature(tour, page);
  assert.equal(await tour.signs(page), 303);
  tour.done(`${draft}/signature`);
  await tour.look(page, `${draft}/sent`, "sent");
  return referenceOn(page);
}

async function files(tour, page, draft) {
  await tour.look(page, `${draft}/files`, "files");
  const upload = `${draft}/files/medical`;
  await tour.look(page, upload, "upload");
  await tour.mistake(page, {}, { path: upload });
  const program = { name: "passport.pdf", mimeType: "application/pdf", buffer: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(4096)]) };
  await tour.mistake(page, () => page.locator("input[type=file]").setInputFiles(program), { path: upload, name: "upload-errors" });
  await attach(page, paper("second page"));
  tour.done(upload);
  await pages(tour, page, upload);
  await page.goto(`${draft}/files`);
  const removal = await page.locator("a[href$='/removal']").first().getAttribute("href");
  await tour.fetch(page, await page.locator(`main a[href*='/${tour.lang}/files/']`).first().getAttribute("href"), /application\/pdf/);
  await tour.look(page, removal, "removal");
  assert.equal(await press(page), 303);
  tour.done(removal);
}

// Page by page: a PDF and a photo are looked at, the next page is asked for, a page is taken again.
const WIDE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAAAAAApT+BJAAAAFklEQVR42mNkQAL/kdhMDDjAqAQtJQCcHAEf/XNT2wAAAABJRU5ErkJggg==", "base64");
const sides = (page) => page.locator("main img").evaluate((picture) => [picture.naturalWidth, picture.naturalHeight]);

async function pages(tour, page, upload) {
  await tour.check(page, "GET", "page-check-pdf");
  await page.goto(upload);
  await attach(page, { name: "page.png", mimeType: "image/png", buffer: WIDE });
  await tour.check(page, "GET", "page-check-photo");
  assert.deepEqual(await sides(page), [24, 16], "the photo is not shown");
  const check = pathOf(page);
  assert.equal(await posting(page, () => page.locator("#turn-page").click()), 303, await errors(page));
  tour.done(check.replace(/check$/, "turn"));
  assert.equal(pathOf(page), check);
  assert.deepEqual(await sides(page), [16, 24], "the same page, turned");
  await tour.mistake(page, {}, { path: check, name: "page-check-errors" });
  await send(page, { readable: "no" });
  await tour.check(page, "GET", "upload-again");
  await page.goto(check);
  await send(page, { readable: "yes" });
  await tour.check(page, "GET", "more-pages");
  await tour.mistake(page, {}, { name: "more-pages-errors" });
  await send(page, { another: "no" });
  await tour.check(page, "GET", "files-with-photo");
}

// The request confirmed by one-time codes; gives its reference.
async function confirmed(tour, page) {
  const { lang } = tour;
  await page.goto(`/${lang}/sign-in/phone`);
  await fill(page, { phone: PHONE });
  assert.equal(await press(page), 200, await errors(page));
  tour.done(`/${lang}/sign-in/phone`);
  await tour.note(page, "the code was sent");
  const bare = await page.request.get(`/${lang}/sign-in/code`, { maxRedirects: 0 });
  assert.equal(bare.status(), 303, "without a number the page of the code begins with the number");
  tour.mark("GET", `/${lang}/sign-in/code`);
  const code = await codeFor(page.context(), PHONE);
  await tour.mistake(page, { code: code === "000000" ? "000001" : "000000" }, { name: "code-errors" });
  await send(page, { code });
  tour.done(`/${lang}/sign-in/code`);
  await tour.look(page, `/${lang}/services`, "history-empty");
  await tour.look(page, `/${lang}/identity`, "identity");
  await tour.mistake(page, { "identity-iin": "850101450011" }, { path: `/${lang}/identity`, name: "identity-errors" });
  await send(page, { ...tour.applicant, "identity-iin": iin("850101450") });
  tour.done(`/${lang}/identity`);
  const draft = await beginRequest(page, lang);
  await composeRequest(page, draft, tour.answers);
  await page.goto(`${draft}/code`);
  assert.equal(await press(page, "send"), 200, await errors(page));
  await tour.note(page, "the code to confirm was sent");
  await tour.mistake(page, { code: "12" }, { button: "confirm", name: "confirm-errors" });
  await fill(page, { code: await codeFor(page.context(), PHONE, code) });
  assert.equal(await press(page, "confirm"), 303, await errors(page));
  tour.done(`${draft}/code`);
  return referenceOn(page);
}

// The letter of an act before it is sent; nothing is done yet.
async function preview(tour, page, url, noun, more = {}) {
  await page.goto(`${url}/${noun}`);
  await fill(page, { ...ACTS[noun], ...more });
  assert.equal(await press(page, "preview"), 200, await errors(page));
  await tour.note(page, `desk-${noun}-letter`);
}

const firstChoice = (page, type) => page.locator(`main input[type=${type}]`).first().evaluate((e) => ({ [e.name]: e.value }));

// What the queue shows is kept under a name, opened, removed.
async function keptFilter(tour, page) {
  await page.goto(`/${tour.lang}/desk/queue?tab=all`);
  await page.locator("main details summary").click();
  await tour.mistake(page, {}, { button: "keep", name: "queue-filter-errors" });
  await send(page, { kept_name: "Берлиннен келген барлық істер" }, "keep");
  await tour.note(page, "queue-filter-kept");
  assert.equal(await posting(page, () => page.locator("main button[name=forget]").click()), 303, await errors(page));
  await tour.note(page, "queue-filter-removed");
}

async function officer(tour, page, toGrant, toRefuse, answer, soon) {
  const { lang } = tour;
  await page.goto(`/${lang}/desk/sign-in/eds`);
  await signByFile(page, tour.elshi, "officer");
  assert.equal(pathOf(page), `/${lang}/desk/queue`, await errors(page));
  tour.done(`/${lang}/desk/sign-in/eds`);
  await page.context().clearCookies();
  await signInAtDesk(page, "officer.berlin", lang);
  tour.done(`/${lang}/desk/sign-in`);
  await tour.look(page, `/${lang}/desk/queue`, "queue");
  await tour.look(page, `/${lang}/desk/queue?tab=all`);
  await tour.mistake(page, {}, { path: `/${lang}/desk/queue`, button: "take", name: "queue-nothing-chosen" });
  await page.goto(`/${lang}/desk/queue`);
  await fill(page, { search: "Synakova" });
  assert.equal(await press(page), 200, await errors(page));
  await tour.note(page, "queue-search");
  await keptFilter(tour, page);
  const url = await openCase(page, toGrant, lang);
  await tour.look(page, url, "desk-case");
  await tour.fetch(page, await page.locator("main a[href*='/desk/files/']").first().getAttribute("href"), /application\/pdf/);
  await tour.fetch(page, `${url}/papers/application`, /application\/pdf/);
  await papers(tour, page, url);
  await tour.look(page, `${url}/registration`, "desk-registration");
  await tour.look(page, `${url}/declined-registration`, "desk-declined");
  await tour.mistake(page, {}, { button: "preview" });
  await preview(tour, page, url, "declined-registration", await firstChoice(page, "radio"));
  await tour.look(page, `${url}/transfer`, "desk-transfer");
  await tour.mistake(page, {}, { button: "preview", name: "desk-transfer-errors" });
  await preview(tour, page, url, "transfer");
  await act(page, url, "registration");
  tour.done(`${url}/registration`);
  await tour.look(page, `${url}/correction`, "desk-correction");
  await tour.mistake(page, {}, { button: "preview", name: "desk-correction-errors" });
  await preview(tour, page, url, "correction");
  await act(page, url, "correction");
  await answer();
  await tour.look(page, url, "desk-case-answered");
  await tour.look(page, `${url}/record`, "desk-record");
  await tour.look(page, `${url}/refusal`, "desk-refusal");
  await tour.mistake(page, {}, { button: "preview", name: "desk-refusal-errors" });
  await act(page, url, "record");
  tour.done(`${url}/record`);
  await reloadUntil(page, `a[href="${url}/collection"]`);
  await tour.look(page, `${url}/collection`, "desk-collection");
  await tour.mistake(page, {}, { button: "preview" });
  await preview(tour, page, url, "collection");
  await act(page, url, "collection", soon());
  await tour.look(page, `${url}/handover`, "desk-handover");
  await tour.mistake(page, {}, { button: "preview", name: "desk-handover-errors" });
  await preview(tour, page, url, "handover");
  await refuse(tour, page, toRefuse);
  return url;
}

// The papers page by page, two side by side, held against the answers, and a note.
async function papers(tour, page, url) {
  await page.goto(url);
  const sheet = await page.locator(`main a[href*="${url}/pages/"]`).first().getAttribute("href");
  await tour.look(page, sheet, "desk-pages");
  const picture = page.locator("main img");
  assert.ok(await picture.evaluate((own) => own.naturalWidth) > 100, "the page is not drawn");
  await tour.fetch(page, await picture.getAttribute("src"), /image\/png/);
  await tour.look(page, `${sheet}?zoom=400&turn=90`, "desk-pages-large");
  const beside = await page.locator("main a[href*='beside=']").last().getAttribute("href");
  await tour.look(page, beside, "desk-pages-two");
  const comparison = `${url}/comparison`;
  await tour.look(page, comparison, "desk-comparison");
  await tour.mistake(page, { "found-death-place": "differs" }, { button: "save", name: "desk-comparison-errors" });
  await send(page, { "seen-death-place": "Potsdam" }, "save");
  tour.done(comparison);
  await tour.check(page, "GET", "desk-comparison-saved");
  await tour.look(page, `${url}/notes`, "desk-notes");
  await tour.mistake(page, {}, { path: `${url}/notes`, name: "desk-notes-errors" });
  await send(page, { note: "Клиникаға қоңырау шалдым." });
  tour.done(`${url}/notes`);
  await tour.look(page, url, "desk-case-compared");
  await tour.look(page, `${url}/conflict`, "desk-conflict");
  await tour.mistake(page, {}, { path: `${url}/conflict`, name: "desk-conflict-errors" });
  await page.goto(url);
  const alike = await page.locator("main a[href*='/duplicates/']").first().getAttribute("href");
  await tour.look(page, alike, "desk-alike");
  await tour.mistake(page, {}, { path: alike, name: "desk-alike-errors" });
  await send(page, { same: "no", reason: "Екі төлқұжат, екі адам." });
  tour.done(alike);
}

async function refuse(tour, page, reference) {
  const url = await openCase(page, reference, tour.lang);
  await act(page, url, "registration");
  await page.goto(`${url}/refusal`);
  const ground = await firstChoice(page, "checkbox");
  await preview(tour, page, url, "refusal", ground);
  await signDecision(tour, page, url);
  await tour.look(page, url, "desk-case-refused");
}

// The consul reads what she decides and signs it with the key of her post.
async function signDecision(tour, page, url) {
  assert.equal(await press(page, "sign"), 303, await errors(page));
  const prepared = pathOf(page);
  await tour.check(page, "GET", "desk-decision");
  await tour.fetch(page, `${prepared}/file`, /application\/pdf/);
  assert.equal(await uploadSignature(page, Buffer.from("not a signature")), 422);
  await tour.check(page, "422", "desk-decision-errors");
  await page.goto(prepared);
  await signByFile(page, tour.elshi, "officer");
  assert.equal(pathOf(page), url, await errors(page));
  tour.done(prepared);
}

// The daughter answers what the mission asked: only the part it named, and signs what changed.
async function supplement(tour, page) {
  const { lang } = tour;
  await page.goto(`/${lang}/services`);
  const url = await page.locator(`main a[href*='/${lang}/services/']`).first().getAttribute("href");
  await tour.look(page, url, "case-asked");
  assert.equal(await press(page), 303, await errors(page));
  tour.done(`${url}/supplement`);
  const draft = pathOf(page);
  await tour.check(page, "GET", "answer-list");
  await tour.look(page, `${draft}/check`, "answer-unchanged");
  await page.goto(`${draft}/you`);
  await send(page, { "address-line1": "Lindenstraße 7a" }, "continue");
  await tour.check(page, "GET", "answer-list-changed");
  await tour.look(page, `${draft}/check`, "answer-check");
  await page.goto(`${draft}/signature`);
  assert.equal(await tour.signs(page), 303);
  await tour.look(page, `${draft}/sent`, "answer-sent");
}

// A minute that comes soon, on the clock of Berlin in winter: nobody will have come when the tour gets there.
function soon(elshi) {
  const at = new Date(Math.ceil((Date.parse(elshi.now()) + 120_000) / 60_000) * 60_000 + 3_600_000);
  const [, year, month, day, time] = /(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(at.toISOString());
  return { "at-day": day, "at-month": month, "at-year": year, time };
}

// Nobody came: the desk says so, and the daughter chooses another time.
async function missed(tour, page, daughter, elshi, url, own) {
  await elshi.later(Math.max(0, tour.appointment - Date.parse(elshi.now())) + 1_000);
  await tour.look(page, `${url}/no-show`, "desk-no-show");
  assert.equal(await press(page, "send"), 303, await errors(page));
  tour.done(`${url}/no-show`);
  const appointment = `${own}/appointment`;
  await tour.look(daughter, own, "case-uncollected");
  await tour.look(daughter, appointment, "appointment");
  await tour.mistake(daughter, {}, { path: appointment, name: "appointment-errors" });
  await daughter.locator("main input[name=slot]").first().check();
  assert.equal(await press(daughter), 303, await errors(daughter));
}

// The widow complains of the refusal; the consul forwards it; the higher body reads it.
async function complaint(tour, page, consul, reviewer, elshi, own) {
  const { lang } = tour;
  const form = `${own}/complaint`;
  await tour.look(page, form, "complaint");
  await tour.mistake(page, {}, { path: form, name: "complaint-errors" });
  await send(page, { circumstances: "Апостиль екінші бетте.", wishes: "cancel" });
  tour.done(form);
  const written = pathOf(page);
  await tour.look(page, written, "complaint-written");
  await tour.fetch(page, `${written}/file`, /application\/pdf/);
  await tour.look(page, `${written}/signature`, "complaint-signature");
  await wrongSignature(tour, page);
  await byPhone(tour, page, `${written}/mobile`, "complaint-mobile", () => assert.equal(elshi.phone("applicant2", tour.code), false, "another's key"));
  await tour.look(page, `${written}/code`, "complaint-code");
  const before = await codeFor(page.context(), PHONE);
  await elshi.later(60_000);
  assert.equal(await press(page, "send"), 200, await errors(page));
  const used = await codeFor(page.context(), PHONE, before);
  // Between two codes lies a minute, however long this tour took; a page that says so is a state to be seen, too.
  await page.goto(`${written}/code`);
  assert.equal(await press(page, "send"), 422);
  await tour.check(page, "422", "complaint-code-too-soon");
  await elshi.later(60_000);
  assert.equal(await press(page, "send"), 200, await errors(page));
  await tour.mistake(page, { code: "12" }, { button: "confirm", name: "complaint-code-errors" });
  await fill(page, { code: await codeFor(page.context(), PHONE, used) });
  assert.equal(await press(page, "confirm"), 303, await errors(page));
  await tour.check(page, "GET", "complaint-filed");
  await tour.fetch(page, await page.locator("a[href$='/proof']").getAttribute("href"), /application\/pkcs7-signature/);
  await tour.look(consul, `/${lang}/desk/complaints`, "desk-complaints");
  const desk = await consul.locator("main a[href*='/desk/complaints/']").first().getAttribute("href");
  await tour.look(consul, desk, "desk-complaint");
  await tour.fetch(consul, `${desk}/file`, /application\/pdf/);
  await tour.fetch(consul, `${desk}/proof`, /application\/pkcs7-signature/);
  await tour.look(consul, `${desk}/answer`, "desk-complaint-answer");
  await tour.mistake(consul, {}, { button: "preview", name: "desk-complaint-answer-errors" });
  await fill(consul, { answer: "forward" });
  assert.equal(await press(consul, "preview"), 200, await errors(consul));
  await tour.note(consul, "desk-complaint-letter");
  assert.equal(await press(consul, "send"), 303, await errors(consul));
  await signInAtDesk(reviewer, "reviewer", lang);
  await tour.look(reviewer, `/${lang}/desk/complaints`, "reviewer-complaints");
  await tour.look(reviewer, `${desk}/answer`, "reviewer-answer");
  const extension = `${desk}/extension`;
  await tour.look(reviewer, extension, "reviewer-extension");
  await tour.mistake(reviewer, {}, { path: extension, name: "reviewer-extension-errors" });
  await send(reviewer, { ground: "information", days: "5", reasons: "Аурухананың жауабын күтеміз." });
  tour.done(extension);
  await tour.note(reviewer, "reviewer-complaint-extended");
}

// The head of the mission enters a delivery; the consul takes a blank, spoils it, takes the next.
async function blanks(tour, head, page, url) {
  const { lang } = tour;
  const stock = `/${lang}/desk/blanks`;
  await tour.look(page, `${url}/blank`, "desk-blank-no-stock");
  await signInAtDesk(head, "supervisor.berlin", lang);
  await tour.look(head, stock, "blanks");
  await tour.mistake(head, {}, { path: stock, name: "blanks-errors" });
  await send(head, { series: "AB", first: "0000101", last: "0000110", "received-day": "20", "received-month": "11", "received-year": "2026", document: "№ 12" });
  tour.done(stock);
  await tour.check(head, "GET", "blanks-entered");
  await tour.look(page, `${url}/blank`, "desk-blank");
  await tour.mistake(page, { number: "AB 0000102" }, { button: "print", name: "desk-blank-errors" });
  await send(page, { number: "AB 0000101" }, "print");
  tour.done(`${url}/blank`);
  await tour.check(page, "GET", "desk-blank-taken");
  await tour.mistake(page, {}, { button: "spoil", name: "desk-blank-reason-errors" });
  await send(page, { reason: "Қағаз жыртылды." }, "spoil");
  await tour.check(page, "GET", "desk-blank-spoiled");
  await send(page, { number: "AB0000102" }, "print");
  await tour.look(head, stock, "blanks-used");
  await tour.fetch(head, `${stock}/list`, /text\/csv/);
  await tour.look(page, url, "desk-case-printed");
}

// The product's own service, but each decision is drawn for a second look: a tour does not wait for chance.
function everyDecisionAgain(folder) {
  const root = path.join(import.meta.dirname, "../..");
  for (const room of ["services", "registers"]) fs.cpSync(path.join(root, room), path.join(folder, room), { recursive: true });
  const passport = path.join(folder, "services/death-abroad/passport.toml");
  const text = fs.readFileSync(passport, "utf8");
  assert.match(text, /^percent = 5$/m);
  fs.writeFileSync(passport, text.replace(/^percent = 5$/m, "percent = 100"));
  return folder;
}

// The head looks again at a decision, and the official reads what was found.
async function samples(tour, head, auditor, consul) {
  const { lang } = tour;
  const list = `/${lang}/desk/samples`;
  await tour.look(head, list, "samples");
  const form = await head.locator("main a[href$='/sample']").first().getAttribute("href");
  await tour.look(head, form, "sample");
  await tour.mistake(head, {}, { path: form, name: "sample-errors" });
  await send(head, { outcome: "found", reason: "Түгендеу" });
  tour.done(form);
  await tour.note(head, "sample-said");
  await tour.look(auditor, list, "samples-proof");
  await tour.look(consul, `/${lang}/desk/me`, "me-found");
  await tour.look(head, `/${lang}/desk/me`, "me");
  await tour.mistake(head, { email: "nobody" }, { path: `/${lang}/desk/me`, name: "me-errors" });
  await send(head, { email: "", language: lang });
  tour.done(`/${lang}/desk/me`);
}

// A leave is entered and ended.
async function leaves(tour, keeper) {
  const address = `/${tour.lang}/desk/leaves`;
  await tour.look(keeper, address, "leaves");
  await tour.mistake(keeper, {}, { path: address, name: "leaves-errors" });
  const of = (name) => keeper.locator("select[name=officer] option", { hasText: name }).first().getAttribute("value");
  const [year, month, day] = new Date(Date.parse(tour.elshi.now()) + 7 * 86_400_000).toISOString().slice(0, 10).split("-");
  const days = { "first-day": day, "first-month": month, "first-year": year, "last-day": day, "last-month": month, "last-year": year };
  await send(keeper, { officer: await of("Сейітова"), substitute: await of("Оспанов"), ...days });
  tour.done(address);
  await tour.note(keeper, "leaves-entered");
  await keeper.locator("button[name=end]").first().click();
  await tour.note(keeper, "leaves-ended");
}

async function others(tour, head, auditor, admin, consul) {
  const { lang } = tour;
  await tour.look(head, `/${lang}/desk/workload`, "workload");
  await tour.look(head, `/${lang}/desk/day?date=2026-11-25`, "day");
  await tour.mistake(head, { from: "noon" }, { path: `/${lang}/desk/day?date=2026-11-26`, name: "day-errors" });
  await send(head, { from: "09:00", until: "10:00", reason: "Өрт қауіпсіздігі жаттығуы" });
  tour.done(`/${lang}/desk/day`);
  await tour.look(head, `/${lang}/desk/day?date=2026-11-26`, "day-closed");
  await tour.look(head, `/${lang}/desk/statistics`, "statistics");
  await tour.fetch(head, await head.locator("main a[href*='/statistics/table']").getAttribute("href"), /text\/csv/);
  assert.equal((await head.goto(`/${lang}/desk/statistics?from=2026-12&until=2026-01`)).status(), 422);
  await tour.note(head, "statistics-errors");
  await tour.mistake(head, {}, { path: `/${lang}/desk/queue?tab=all`, button: "give", name: "queue-nobody-chosen" });
  await signInAtDesk(auditor, "auditor", lang);
  await tour.look(auditor, `/${lang}/desk/queue?tab=all`, "auditor-queue");
  await tour.look(auditor, `/${lang}/desk/readings`, "readings");
  assert.equal((await auditor.goto(`/${lang}/desk/readings?reference=X`)).status(), 422);
  await tour.note(auditor, "readings-errors");
  await tour.look(auditor, `/${lang}/desk/journal`, "journal");
  await samples(tour, head, auditor, consul);
  await signInAtDesk(admin, "admin", lang);
  await tour.look(admin, `/${lang}/desk/system`, "system");
  await registers(tour, admin);
  const people = `/${lang}/desk/people`;
  await tour.look(admin, people, "people");
  await tour.look(admin, `${people}/new`, "person");
  await tour.mistake(admin, { login: "ә" }, { path: `${people}/new`, name: "person-errors" });
  const posts = { post_kk: "консул", post_ru: "консул", post_en: "consul" };
  await fill(admin, { login: `o${Date.now()}`, name: "Оспанов Д.", ...posts, role: "officer", mission: "berlin" });
  assert.equal(await press(admin), 200, await errors(admin));
  tour.done(`${people}/new`);
  await tour.note(admin, "person-given");
  await leaves(tour, admin);
  await admin.goto(people);
  const key = await admin.locator("main a[href$='/key']").last().getAttribute("href");
  await tour.look(admin, key, "person-key");
  await tour.mistake(admin, { iin: "123" }, { path: key, name: "person-key-errors" });
  await send(admin, { iin: "" });
  tour.done(key);
  await admin.goto(people);
  await admin.locator("button[name=close]").last().click();
  tour.done(people);
  await tour.note(admin, "person-closed");
  await tour.look(admin, "/dev/codes", "codes");
  await tour.look(admin, "/dev/letters", "letters");
}

// The data of the service: read, taken away, changed, put before a second administrator.
async function registers(tour, admin) {
  const address = `/${tour.lang}/desk/registers`;
  await tour.look(admin, address, "registers");
  await tour.look(admin, `${address}/coverage`, "coverage");
  await tour.fetch(admin, `${address}/files/closures.csv`, /text\/csv/);
  await tour.mistake(admin, {}, { path: address, name: "registers-errors" });
  const before = await (await admin.request.get(`${address}/files/closures.csv`)).text();
  const buffer = Buffer.from(`${before}2026-12-30,berlin,yes,the embassy,stock-taking\n`);
  await admin.locator("input[type=file]").setInputFiles({ name: "closures.csv", mimeType: "text/csv", buffer });
  await send(admin, { reason: "Түгендеу" });
  tour.done(address);
  await tour.check(admin, "GET", "register-change");
  await tour.fetch(admin, await admin.locator("main a[download]").first().getAttribute("href"), /text\/csv/);
  await tour.mistake(admin, { from: "soon" }, { button: "propose", name: "register-change-errors" });
  await send(admin, { from: "01.12.2026" }, "propose");
  await tour.note(admin, "register-change-proposed");
  await rowOfARegister(tour, admin, `${address}/rows/closures`);
  await wordsOfALetter(tour, admin, `${address}/letters`);
  await wordsOfTheConsent(tour, admin, `${address}/consent`);
}

// The text of the consent, a new version of it, and the draft with the text as it would be read.
async function wordsOfTheConsent(tour, admin, page) {
  await tour.look(admin, page, "consent-words");
  await tour.mistake(admin, { version: "", "data-kk": "" }, { path: page, name: "consent-words-errors" });
  await admin.goto(page);
  const before = await admin.locator("textarea[name=storage-kk]").inputValue();
  await send(admin, { version: "2026-12-01", source: "the embassy", verified: "yes", "storage-kk": `${before} Бұл мерзімді заң белгілейді.`, reason: "Түсініктірек" });
  tour.done(page);
  await tour.note(admin, "register-change-consent");
}

// A closed day by a form, and the draft that it stands in.
async function rowOfARegister(tour, admin, list) {
  await tour.look(admin, `${list}/new`, "register-row");
  await tour.mistake(admin, { date: "soon" }, { path: `${list}/new`, button: "row", name: "register-row-errors" });
  await send(admin, { date: "28.12.2026", mission: "berlin", verified: "yes", source: "the embassy", reason: "Түгендеу" }, "row");
  tour.done(`${list}/new`);
  await tour.note(admin, "register-change-row");
  await tour.look(admin, `${list}?search=berlin`, "register-rows");
}

// A letter as people read it, its words changed, and the draft with the letter as it would be read.
async function wordsOfALetter(tour, admin, list) {
  await tour.look(admin, list, "letter-list");
  const one = `${list}/granted`;
  await tour.look(admin, one, "letter-words");
  await tour.mistake(admin, { "sms-kk": "{ $name }" }, { path: one, button: "words", name: "letter-words-errors" });
  await admin.goto(one);
  const before = await admin.locator("textarea[name=body-kk]").inputValue();
  await send(admin, { "body-kk": `${before}\n\nХатты сақтап қойыңыз.`, reason: "Түсініктірек" }, "words");
  tour.done(one);
  await tour.note(admin, "register-change-letter");
}

// The applicant asks that an official does not handle the case; the head says no.
async function recusal(tour, person, head, own, url) {
  const form = `${own}/recusal`;
  await tour.look(person, form, "recusal");
  await tour.mistake(person, {}, { path: form, name: "recusal-errors" });
  await person.locator("input[name=official]").first().check();
  await send(person, { ground: "relative", reason: "Қызметкер құдамыз болады." });
  tour.done(form);
  await tour.check(person, "GET", "case-recusal-asked");
  await tour.look(head, `/${tour.lang}/desk/workload`, "workload-recusal");
  await tour.look(head, `${url}/recusal`, "desk-recusal");
  await tour.mistake(head, { reason: "" }, { path: `${url}/recusal`, button: "refuse", name: "desk-recusal-errors" });
  await send(head, { reason: "Тексерілді: туыстық жоқ." }, "refuse");
  tour.done(`${url}/recusal`);
  await tour.note(head, "desk-case-recusal-refused");
}

// The applicant asks to see the file, the officer opens it.
async function seeFile(tour, person, officer, own, url) {
  const form = `${own}/see-file`;
  await tour.look(person, form, "see-file");
  await tour.mistake(person, {}, { path: form, name: "see-file-errors" });
  await send(person, { way: "at_mission" });
  tour.done(form);
  await tour.check(person, "GET", "see-file-asked");
  await tour.look(officer, `${url}/see-file`, "desk-see-file");
  await tour.mistake(officer, {}, { path: `${url}/see-file`, name: "desk-see-file-errors" });
  await send(officer, { visit: "Жұма, сағат 10:00, 3-бөлме" });
  tour.done(`${url}/see-file`);
  await tour.look(person, form, "see-file-opened");
}

// The applicant points out a slip, the officer says what is right, the head agrees.
async function slip(tour, person, officer, head, own, url) {
  const form = `${own}/correct-slip`;
  await tour.look(person, form, "slip");
  await tour.mistake(person, {}, { path: form, name: "slip-errors" });
  await send(person, { what: "Аты қате жазылған." });
  tour.done(form);
  await tour.look(officer, `${url}/correct-slip`, "desk-slip");
  await tour.mistake(officer, {}, { path: `${url}/correct-slip`, button: "propose", name: "desk-slip-errors" });
  await send(officer, { given: "Үлгібек", basis: "Төлқұжат, 2-бет" }, "propose");
  await tour.look(head, `${url}/correct-slip`, "desk-slip-decide");
  await tour.mistake(head, { reason: "" }, { button: "decline", name: "desk-slip-decline-errors" });
  await send(head, {}, "agree");
  tour.done(`${url}/correct-slip`);
  await tour.note(head, "desk-case-replaced");
  await tour.look(person, own, "case-replaced");
  await officer.goto(`${url}/blank`);
  await send(officer, { number: "AB 0000103" }, "print");
}

// An officer proposes to annul the record of a case, the head reads the letter and says no, then yes.
async function annulment(tour, officer, head, url) {
  const address = `${url}/annulment`;
  await tour.look(officer, address, "annulment");
  await tour.mistake(officer, {}, { path: address, button: "propose", name: "annulment-errors" });
  const wanted = { basis: "court_decision", document: "Алматы сотының 2026 жылғы 20 қарашадағы № 77 шешімі", reason: "Қайтыс болу екі рет тіркелген" };
  await send(officer, wanted, "propose");
  await tour.note(officer, "desk-case-annulment-proposed");
  await tour.look(head, `/${tour.lang}/desk/workload`, "workload-annulment");
  await tour.look(head, address, "annulment-decide");
  await tour.mistake(head, { reason: "" }, { path: address, button: "decline", name: "annulment-decline-errors" });
  await send(head, {}, "annul");
  tour.done(address);
  await tour.note(head, "desk-case-annulled");
  await tour.look(officer, `${url}/blank`, "desk-blank-account");
  await tour.mistake(officer, {}, { button: "account", name: "desk-blank-account-errors" });
  await send(officer, { fate: "not_returned", reason: "Отбасы жоғалтып алған." }, "account");
  await tour.note(officer, "desk-case-blank-accounted");
}

async function history(tour, page, name) {
  const { lang } = tour;
  await tour.look(page, `/${lang}/services`, `history-${name}`);
  const url = await page.locator(`main a[href*='/${lang}/services/']`).first().getAttribute("href");
  await tour.look(page, url, `case-${name}`);
  await tour.fetch(page, `${url}/papers/application`, /application\/pdf/);
  return url;
}

// The end of the term for a calendar, and the page to take a request back.
async function withdrawal(tour, page, url) {
  await tour.fetch(page, `${url}/calendar/deadline`, /text\/calendar/);
  await tour.look(page, `${url}/withdrawal`, "withdrawal");
  await tour.mistake(page, { reason: "x".repeat(1001) }, { path: `${url}/withdrawal`, name: "withdrawal-errors" });
}

// A refused request is begun again with its answers and files.
async function startAgain(tour, page, url) {
  await page.goto(url);
  assert.equal(await press(page), 303, await errors(page));
  tour.done(`${url}/new-request`);
  await tour.check(page, "GET", "task-list-again");
  assert.match(pathOf(page), new RegExp(`^/${tour.lang}/request/`));
  const draft = pathOf(page);
  await page.goto(`${draft}/files`);
  await page.goto(await page.locator("a[href$='/removal']").first().getAttribute("href"));
  assert.equal(await press(page), 303, await errors(page));
  await tour.check(page, "GET", "files-earlier");
  const earlier = page.locator("form[action$='/earlier']").first();
  const action = await earlier.getAttribute("action");
  assert.equal(await posting(page, () => earlier.locator("button").click()), 303, await errors(page));
  tour.done(action);
  await page.goto(draft);
}

// The request that was begun again is printed and brought: turned away with a slip, then accepted.
// The clerk begins a request for somebody who came without a form.
async function typing(tour, clerk) {
  const url = `/${tour.lang}/desk/paper/new`;
  await tour.look(clerk, url, "typing");
  await tour.mistake(clerk, {}, { path: url, name: "typing-errors" });
  await send(clerk, { "identity-surname": "Сынақова", "identity-given": "Әсем", "identity-iin": "521104300016", language: "kk", country: "DE" });
  tour.done(url);
  await tour.note(clerk, "typing-begun");
}

async function onPaper(tour, page, clerk) {
  const { lang } = tour;
  await signInAtDesk(clerk, "clerk.berlin", lang);
  await tour.look(clerk, `/${lang}/desk/queue`, "clerk-queue");
  const draft = pathOf(page);
  await page.goto(`${draft}/paper`);
  assert.equal(await press(page), 303, await errors(page));
  tour.done(`${draft}/paper`);
  await tour.check(page, "GET", "on-paper-ready");
  await tour.fetch(page, `${draft}/paper/form`, /application\/pdf/);
  await typing(tour, clerk);
  await tour.look(clerk, `/${lang}/desk/paper`, "intake");
  const removal = await clerk.locator("main a[href$='/removal']").first().getAttribute("href");
  await tour.look(clerk, removal, "typing-discard");
  assert.equal(await press(clerk, "discard"), 303, await errors(clerk));
  tour.done(removal);
  await tour.note(clerk, "intake-discarded");
  const form = await clerk.locator("main table a").first().getAttribute("href");
  await tour.look(clerk, form, "intake-form");
  await tour.fetch(clerk, `${form}/form`, /application\/pdf/);
  await tour.fetch(clerk, await clerk.locator(`main a[href*='${form}/files/']`).first().getAttribute("href"), /./);
  await tour.mistake(clerk, {}, { path: form, name: "intake-form-errors" });
  await tour.look(clerk, `${form}/refusal`, "intake-refusal");
  await tour.mistake(clerk, {}, { path: `${form}/refusal`, name: "intake-refusal-errors" });
  await send(clerk, { reason: "incomplete_documents", remedy: "Төлқұжаттың бетін әкеліңіз." });
  tour.done(`${form}/refusal`);
  await tour.fetch(clerk, await clerk.locator("main a[href*='/desk/slips/']").first().getAttribute("href"), /application\/pdf/);
  await tour.look(page, `${draft}/paper`, "on-paper-turned-away");
  await clerk.goto(form);
  await clerk.locator("input[type=file]").setInputFiles(paper("signed by hand"));
  await fill(clerk, { identity_document: "passport", identity_number: "N01234567", signature_seen: "yes" });
  assert.equal(await press(clerk), 303, await errors(clerk));
  tour.done(form);
  await tour.note(clerk, "desk-case-on-paper");
  return pathOf(clerk);
}

// What was asked is not answered in its time: the request is returned. Last of all, for days pass.
async function returned(tour, elshi, page, url) {
  await act(page, url, "correction");
  await elshi.later(8 * 24 * 3_600_000);
  await page.context().clearCookies();
  await signInAtDesk(page, "officer.berlin", tour.lang);
  await tour.look(page, `/${tour.lang}/desk/queue?tab=waiting`, "queue-to-return");
  await tour.look(page, `${url}/return`, "desk-return");
  await tour.mistake(page, { reasons: " " }, { button: "preview", name: "desk-return-errors" });
  await preview(tour, page, url, "return");
  await act(page, url, "return");
  tour.done(`${url}/return`);
  await tour.look(page, url, "desk-case-returned");
}

// A lost telephone: recorded at the desk, and stopped by the owner of the account.
async function lostTelephone(tour, elshi, consul, page, url) {
  const [{ lang }, address] = [tour, `${url}/telephone`];
  await elshi.later(60_000);
  await tour.look(consul, address, "desk-telephone");
  await tour.mistake(consul, { phone: "12" }, { button: "record", name: "desk-telephone-errors" });
  await fill(consul, { identity_document: "passport", identity_number: "N01234567", iin: "850417400014", phone: DESK_PHONE });
  assert.equal(await press(consul, "code"), 200, await errors(consul));
  await tour.note(consul, "desk-telephone-code");
  await send(consul, { code: await codeFor(consul.context(), DESK_PHONE) }, "record");
  tour.done(address);
  await tour.look(consul, address, "desk-telephone-waits");
  await tour.look(page, `/${lang}/account`, "account-phone-waits");
  assert.equal(await posting(page, () => page.locator("form[action$='/objection'] button").click()), 303, await errors(page));
  tour.done(`/${lang}/account/phone/objection`);
  await elshi.later(60_000);
}

// One's own account: contacts and devices.
async function account(tour, page) {
  const { lang } = tour;
  await tour.look(page, `/${lang}/account`, "account");
  assert.equal(await press(page), 303, await errors(page));
  tour.done(`/${lang}/account/sessions`);
  await tour.look(page, `/${lang}/account/email`, "account-email");
  await tour.mistake(page, { email: "nobody" }, { path: `/${lang}/account/email`, name: "account-email-errors" });
  await send(page, { email: "" });
  tour.done(`/${lang}/account/email`);
  await tour.look(page, `/${lang}/account/notices`, "account-notices");
  await tour.mistake(page, { channel: "both" }, { name: "account-notices-errors" });
  await send(page, { channel: "sms", language: lang });
  tour.done(`/${lang}/account/notices`);
  await tour.look(page, `/${lang}/account/phone`, "account-phone");
  await tour.mistake(page, { phone: "12" }, { name: "account-phone-errors" });
  await fill(page, { phone: NEW_PHONE });
  assert.equal(await press(page), 200, await errors(page));
  await tour.note(page, "account-phone-code");
  const bare = await page.request.get(`/${lang}/account/phone/code`, { maxRedirects: 0 });
  assert.equal(bare.status(), 303, "without a number the page of the code begins with the number");
  tour.mark("GET", `/${lang}/account/phone/code`);
  const code = await codeFor(page.context(), NEW_PHONE);
  await tour.mistake(page, { code: code === "000000" ? "000001" : "000000" }, { name: "account-phone-code-errors" });
  await send(page, { code });
  tour.done(`/${lang}/account/phone/code`);
  await tour.note(page, "account-phone-changed");
}

// The form that a script shows before a session ends; without the script it would lead where the header leads.
async function staysSignedIn(tour, page) {
  assert.equal(await posting(page, () => page.evaluate(() => document.querySelector(".app-session form").submit())), 303);
  tour.done(`/${tour.lang}/session`);
}

async function signOut(tour, page) {
  await staysSignedIn(tour, page);
  assert.equal(await posting(page, () => page.locator("header form button").click()), 303);
  tour.done(`/${tour.lang}/sign-out`);
}

// Who confirms by codes.
const WIDOW = { "identity-surname": "Сынақова", "identity-given": "Әсем" };

// A file for each language calls this, so that node runs them side by side. What the tours of the full run change:
//   examine(page)       gives what is wrong with a page
//   texts               other sentences than the product's
//   script              false: a browser without scripts
//   answers, applicant  what is typed
//   set                 the name of all this in the count
export function everyPage(lang, { examine = FULL ? thoroughly : faults, texts, script = true, answers = ANSWERS, applicant = WIDOW, set = "empty, filled, errors" } = {}) {
  test(`every address, in ${lang}: ${set}`, async () => {
    await withElshi((elshi) => withBrowser(async (browser) => {
      const tour = new Tour(lang, elshi, { examine, script, answers, applicant, set });
      const watched = [];
      const someone = async () => {
        const page = await (await person(browser, { baseURL: elshi.base, viewport: tourAt(lang), script })).newPage();
        watched.push(watch(page, elshi.host), policy(page));
        return page;
      };
      const [daughter, widow, consul, head, auditor, admin, reviewer, clerk] = [await someone(), await someone(), await someone(), await someone(), await someone(), await someone(), await someone(), await someone()];
      await outside(tour, daughter, elshi);
      await enquiry(tour, daughter);
      const toGrant = await signed(tour, daughter, elshi);
      const toRefuse = await confirmed(tour, widow);
      await withdrawal(tour, daughter, await history(tour, daughter, "sent"));
      const soonest = () => {
        const at = soon(elshi);
        tour.appointment = Date.parse(`${at["at-year"]}-${at["at-month"]}-${at["at-day"]}T${at.time}:00+01:00`);
        return at;
      };
      const caseUrl = await officer(tour, consul, toGrant, toRefuse, () => supplement(tour, daughter), soonest);
      const own = await history(tour, daughter, "ready");
      await answersEnquiry(tour, consul, daughter);
      await enquiryOfAccount(tour, daughter);
      const refused = await history(tour, widow, "refused");
      await complaint(tour, widow, consul, reviewer, elshi, refused);
      await missed(tour, consul, daughter, elshi, caseUrl, own);
      await blanks(tour, head, consul, caseUrl);
      await tour.mistake(consul, { blank: "AB 0000101" }, { path: `${caseUrl}/handover`, button: "preview", name: "desk-handover-another-blank" });
      await act(consul, caseUrl, "handover", { blank: "AB 0000102" });
      await tour.look(consul, caseUrl, "desk-case-collected");
      await tour.look(daughter, own, "case-collected");
      await recusal(tour, daughter, head, own, caseUrl);
      await seeFile(tour, daughter, consul, own, caseUrl);
      await slip(tour, daughter, consul, head, own, caseUrl);
      await annulment(tour, consul, head, caseUrl);
      await tour.look(daughter, own, "case-annulled");
      await startAgain(tour, widow, refused);
      const brought = await onPaper(tour, widow, clerk);
      await checkedRequest(tour, widow);
      await lostTelephone(tour, elshi, consul, daughter, caseUrl);
      await account(tour, daughter);
      await others(tour, head, auditor, admin, consul);
      assert.equal((await daughter.goto(`/${lang}/desk/queue`)).status(), 403);
      await tour.note(daughter, "not allowed");
      await signOut(tour, daughter);
      await returned(tour, elshi, consul, brought);
      // A difference of lists would be cut after some lines.
      if (tour.faults.length > 0) assert.fail(tour.faults.join("\n"));
      assert.deepEqual(tour.missed(), [], "addresses that no step of this tour came to");
      assert.deepEqual(watched.flatMap((one) => one()), []);
    }), { texts, services: everyDecisionAgain });
  });
}
