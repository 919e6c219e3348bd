// The steps that journeys share, each as a person does them: read the page, fill in what it asks, press its button.
// Fields are found by their names and must be on the page and visible; works with and without JavaScript.
// Must never post past a page.
import assert from "node:assert/strict";

// Twelve digits with the check digit of a Kazakh IIN, from its first nine and a running number.
export function iin(nine, number = 1) {
  for (let n = number; ; n += 1) {
    const eleven = `${nine}${String(n).padStart(2, "0")}`;
    const pass = (from) => [...eleven].reduce((sum, digit, at) => sum + Number(digit) * (((at + from) % 11) + 1), 0) % 11;
    const check = pass(0) < 10 ? pass(0) : pass(2);
    if (check < 10) return eleven + check;
  }
}

// A daughter whose father died in Berlin on Thursday; the hospital's paper is apostilled and translated.
export const ANSWERS = {
  you: {
    relation: "child", "address-country": "DE", "address-line1": "Lindenstraße 7", "address-city": "Berlin", "address-postal-code": "10969",
    phone: "+49 1512 3456789", "phone-texts": "yes", email: "aigerim@example.org",
  },
  person: {
    "deceased-known": "yes", "deceased-surname": "Сынақов", "deceased-given": "Үлгі", "deceased-iin": iin("521104300"), "deceased-sex": "male",
    "deceased-born-day": "4", "deceased-born-month": "11", "deceased-born-year": "1952", "deceased-birth-country": "KZ",
    "deceased-citizenship": "KZ", "deceased-residence": "Lindenstraße 7, 10969 Berlin", "deceased-marital-status": "widowed",
    surrendered: "will_bring", "surrendered-document": "Жеке куәлік 012345678", "surrendered-military": "no",
  },
  death: {
    "death-date-day": "19", "death-date-month": "11", "death-date-year": "2026", "death-country": "DE", "death-place": "Berlin, Charité",
    basis: "medical", "medical-issued-by": "Charité", "medical-number": "T-4711",
    "medical-issued-on-day": "20", "medical-issued-on-month": "11", "medical-issued-on-year": "2026", cause: "not_stated",
  },
  documents: { "basis-country": "DE", "basis-language": "de", "basis-stamped": "yes", "basis-certified": "apostille", "basis-translation": "yes" },
  collecting: { collector: "applicant", "certificate-language": "kk", consent: "yes" },
};

// The shortest whole request: the paper is in Russian, of a country whose papers need no stamp, so that one file is asked for.
const { surrendered: _, "surrendered-document": __, "deceased-birth-country": ___, ...person } = ANSWERS.person;
export const SHORT = {
  ...ANSWERS,
  person: { ...person, surrendered: "cannot", "surrendered-missing": "Өрттен кейін табылмады" },
  documents: { "basis-country": "KG", "basis-language": "ru", "basis-stamped": "yes", "basis-certified": "nothing" },
};

// What the officer types in each act that asks for something.
export const ACTS = {
  registration: {},
  record: {},
  collection: { "at-day": "25", "at-month": "11", "at-year": "2026", time: "10:30" },
  handover: { receiver: "close_relative", identity_document: "passport", identity_number: "N01234567", originals_seen: "yes", surrendered: "Жеке куәлік 012345678" },
  correction: { "item-you": "Please check the number of the house.", working_days: "3" },
  return: { reasons: "Page 2 of the medical document is still missing." },
  refusal: { reasons: "The medical document names another person; the passport enclosed does not belong to the person who died." },
  transfer: { mission: "frankfurt", reason: "The applicant lives in Hesse, which Frankfurt serves." },
  "declined-registration": { remedy: "Please send the request to the embassy in Ankara." },
};

// A PDF of one page that says `words` (Latin letters).
export function pdf(words) {
  const content = `BT /F1 12 Tf 40 700 Td (${words}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, at) => { const place = text.length; text += `${at + 1} 0 obj\n${object}\nendobj\n`; return place; });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((p) => `${String(p).padStart(10, "0")} 00000 n \n`).join("")}`;
  return Buffer.from(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
}

export const paper = (name) => ({ name: `${name}.pdf`, mimeType: "application/pdf", buffer: pdf(name) });

// Types or chooses each answer in the part of the page that can be seen.
export async function fill(page, answers) {
  const fields = await page.locator("main [name]").evaluateAll((all) => Object.fromEntries(all.map((e) => [e.name, e.tagName === "SELECT" ? "select" : e.type])));
  for (const [name, value] of Object.entries(answers)) {
    const kind = fields[name];
    assert.ok(kind, `${page.url()} does not ask for ${name}`);
    const named = page.locator(`main [name="${name}"]`);
    if (kind === "radio" || kind === "checkbox") await page.locator(`main [name="${name}"][value="${value}"]`).first().check();
    else if (kind === "select") await named.first().selectOption(value);
    else await named.locator("visible=true").first().fill(value);
  }
}

// The same in one breath, for stories that are about something else: each field must be seen, but the pointer does not travel to it.
export async function fillAtOnce(page, answers) {
  const missing = await page.evaluate((typed) => Object.entries(typed).filter(([name, value]) => {
    const named = [...document.querySelectorAll(`main [name="${name}"]`)];
    const field = named.find((one) => (["radio", "checkbox"].includes(one.type) ? one.value === value : one.checkVisibility()));
    if (!field?.parentElement.checkVisibility()) return true;
    if (["radio", "checkbox"].includes(field.type)) { if (!field.checked) field.click(); return !field.checked; }
    field.value = value;
    for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
    return field.value !== value;
  }), answers);
  assert.deepEqual(missing, [], `${page.url()} does not take these answers`);
}

// Does something that posts a form; gives the status of the answer once the page that follows is there.
export async function posting(page, act) {
  const navigated = page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame());
  const answered = page.waitForResponse((r) => r.request().method() === "POST" && r.request().isNavigationRequest());
  const [answer] = await Promise.all([answered, navigated, act()]);
  await page.waitForLoadState();
  return answer.status();
}

// Follows a link, or sends a form that only asks; the page it leads to is there.
export async function follow(page, link) {
  await Promise.all([page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame()), link.click()]);
  await page.waitForLoadState();
}

// Presses a button of the page's own forms (not of the header) and waits for the answer. `value`: the button with that value.
export function press(page, value) {
  const selector = value ? `main form button[value="${value}"]` : "main form button:not([type=button])";
  return posting(page, () => page.locator(selector).locator("visible=true").first().click());
}

// Fills in and goes on; the page must take it.
export async function send(page, answers, value, fills = fill) {
  await fills(page, answers);
  const status = await press(page, value);
  assert.equal(status, 303, `${page.url()}: ${status}: ${await errors(page)}`);
}

export const errors = (page) => page.evaluate(() => [...document.querySelectorAll(".govuk-error-summary, h1")].map((e) => e.textContent.replace(/\s+/g, " ").trim()).join(" | "));
export const pathOf = (page) => new URL(page.url()).pathname;
export const heading = (page) => page.locator("h1").innerText();

// The program that NCALayer's page speaks to signs by itself; wait for what the server says.
export const signByProgram = (page) => posting(page, () => page.locator("form[data-sign] button").click());

// Without a script: download the exact bytes, sign them with any program, upload the signature.
export async function signByFile(page, elshi, id) {
  const url = await page.locator("a[download]").getAttribute("href");
  const content = await (await page.request.get(url)).body();
  return uploadSignature(page, elshi.sign(id, content));
}

export async function uploadSignature(page, buffer) {
  await page.locator("input[type=file]").setInputFiles({ name: "signature.cms", mimeType: "application/pkcs7-signature", buffer });
  return posting(page, () => page.locator("form[enctype='multipart/form-data'] button[data-prevent-double-click]").click());
}

// The newest one-time code sent to a number, from the demonstration's page of letters. `before`: a code that was already used.
export async function codeFor(context, number, before) {
  const tail = number.replace(/\D/g, "").slice(-4);
  for (let look = 0; look < 150; look += 1) {
    const html = await (await context.request.get("/dev/letters?lang=en")).text();
    const letters = html.split("<section").filter((one) => one.includes(tail)).map((one) => /#(\d{6})\b/.exec(one)?.[1]).filter(Boolean);
    if (letters[0] && letters[0] !== before) return letters[0];
    await new Promise((again) => { setTimeout(again, 100); });
  }
  throw new Error(`no code was sent to ${number}`);
}

// Phone sign-in from the page that asks for the number.
export async function signInByPhone(page, number) {
  await fill(page, { phone: number });
  assert.equal(await press(page), 200, await errors(page));
  await send(page, { code: await codeFor(page.context(), number) });
}

// From "where do you live" to the task list; gives the address of the draft.
export async function beginRequest(page, lang, country = "DE", mission = "berlin") {
  await page.goto(`/${lang}/request/new`);
  await send(page, { country });
  await send(page, (await page.locator("main [name=mission]").count()) > 0 ? { mission } : {});
  const path = pathOf(page);
  assert.match(path, new RegExp(`^/${lang}/request/[0-9a-f-]{8,}$`));
  return path;
}

// One section; a person whom the page before has led there does not look for it.
export async function answer(page, draft, section, typed, fills = fill) {
  if (pathOf(page) !== `${draft}/${section}`) await page.goto(`${draft}/${section}`);
  await send(page, typed, "continue", fills);
}

// All sections, then a file for each document that is asked for.
export async function composeRequest(page, draft, answers = ANSWERS, fills = fill) {
  for (const [section, typed] of Object.entries(answers)) await answer(page, draft, section, typed, fills);
  await page.goto(`${draft}/files`);
  const kinds = await page.locator("main a[href*='/files/']").evaluateAll((all) => all.map((a) => a.pathname).filter((p) => !p.endsWith("/removal") && p.includes("/request/")));
  for (const path of new Set(kinds)) {
    await page.goto(path);
    await attach(page, paper(path.split("/").pop()));
  }
}

export async function attach(page, file) {
  await page.locator("input[type=file]").setInputFiles(file);
  const status = await press(page);
  assert.equal(status, 303, await errors(page));
}

// An EDS on this computer, from the page of signing in.
export async function signInByProgram(page, lang) {
  await page.goto(`/${lang}/sign-in/eds`);
  assert.equal(await signByProgram(page), 303, await errors(page));
}

// eGov Mobile, from the page that offers the code: the telephone reads it, signs with the person's key, and the person comes back to the
// page. Gives whether the server took the signature.
export async function signByPhone(page, elshi, id = "applicant1") {
  assert.equal(await press(page, "begin"), 303, await errors(page));
  const taken = elshi.phone(id, await mobileCode(page));
  await comeBack(page);
  return taken;
}

// From the app to the page, which asks at once what has become of it; it may have asked, and gone on, by itself.
export const comeBack = (page) => page.evaluate(() => { document.dispatchEvent(new Event("visibilitychange")); }).catch(() => {});

export async function signInByApp(page, elshi, lang) {
  await page.goto(`/${lang}/sign-in/mobile`);
  assert.equal(await signByPhone(page, elshi), true);
  await page.locator("button[value=enter]").waitFor();
  assert.equal(await press(page, "enter"), 303, await errors(page));
}

// A whole request signed with an EDS, from signing in to "sent", for stories that begin there; gives its reference.
export async function sendRequest(page, lang) {
  await signInByProgram(page, lang);
  const draft = await beginRequest(page, lang);
  await composeRequest(page, draft, SHORT, fillAtOnce);
  return signRequest(page, draft);
}

// From the answers that are whole to "sent".
export async function signRequest(page, draft) {
  await page.goto(`${draft}/check`);
  await follow(page, page.locator(`main a[href="${draft}/signature"]`));
  assert.equal(await signByProgram(page), 303, await errors(page));
  assert.equal(pathOf(page), `${draft}/sent`);
  return referenceOn(page);
}

// The newest case of who is signed in, from the history of services; gives its address.
export async function openOwnCase(page, lang) {
  await page.goto(`/${lang}/services`);
  await follow(page, page.locator(`main a[href*='/${lang}/services/']`).first());
  return pathOf(page);
}

// The check before signing in, a question a page, to where the last of these answers leads.
export async function checkNeeds(page, lang, answers) {
  await page.goto(`/${lang}/`);
  await follow(page, page.locator("main a[href$='/check']").first());
  await answerQuestions(page, answers);
}

export async function answerQuestions(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    await fill(page, { [name]: value });
    await follow(page, page.locator("main form button"));
  }
}

// From the list of what is needed into a request that knows the answers; gives the address of the draft.
export async function beginFromList(page) {
  await follow(page, page.locator("main a[href*='/request/checked/']"));
  await send(page, { way: "eds" });
  assert.equal(await signByProgram(page), 303, await errors(page));
  await press(page);
  return pathOf(page);
}

// Complains from the page of one's own case and signs it with an EDS; ends on the page of what was filed.
export async function complain(page, t, typed) {
  await follow(page, page.getByRole("button", { name: t("case-complain") }));
  assert.equal(await heading(page), t("complaint-title"));
  await send(page, typed);
  await follow(page, page.locator("main a[href$='/signature']"));
  assert.equal(await signByProgram(page), 303, await errors(page));
}

// The page must say each of these sentences.
export async function reads(page, ...sentences) {
  const plain = (text) => text.replace(/\s+/g, " ");
  const said = plain(await page.locator("main").innerText());
  for (const one of sentences) assert.ok(said.includes(plain(one)), `${page.url()} does not say "${one}" but: ${said}`);
}

// A person of the desk, with the code of the moment; once for each login and server, because no code is taken twice.
export async function signInAtDesk(page, login, lang = "en") {
  await page.goto(`/${lang}/desk/sign-in`);
  const html = await (await page.request.get("/dev/codes?lang=en")).text();
  const code = new RegExp(`>${login.replace(".", "\\.")}<[\\s\\S]*?>(\\d{6})<`).exec(html)?.[1];
  assert.ok(code, `no code for ${login}`);
  await send(page, { login, password: "demo-demo-demo", code });
}

// Opens the case with this reference from the queue; gives its address.
export async function openCase(page, reference, lang = "en") {
  await page.goto(`/${lang}/desk/queue`);
  await follow(page, page.getByRole("link", { name: reference }));
  return pathOf(page);
}

// Does one act: fill in, read the letter, give the last word.
export async function act(page, caseUrl, noun, more = {}) {
  await page.goto(`${caseUrl}/${noun}`);
  const typed = { ...ACTS[noun], ...more };
  if (Object.keys(typed).length > 0) {
    await fill(page, typed);
    assert.equal(await press(page, "preview"), 200, await errors(page));
  }
  assert.equal(await press(page, "send"), 303, await errors(page));
}

// Looks again until the page says that something the server does by itself is done.
export async function reloadUntil(page, selector) {
  for (let look = 0; look < 150; look += 1) {
    if ((await page.locator(selector).count()) > 0) return;
    await new Promise((again) => { setTimeout(again, 200); });
    await page.reload();
  }
  throw new Error(`${page.url()} never showed ${selector}`);
}

export async function referenceOn(page) {
  const said = /DR-26-[0-9A-Z]{4}-?[0-9A-Z-]+/.exec(await page.locator("main").innerText());
  assert.ok(said, "no reference");
  return said[0];
}

// The text of the code that a page of signing by phone shows.
export const mobileCode = (page) => page.locator("svg[data-code]").getAttribute("data-code");
