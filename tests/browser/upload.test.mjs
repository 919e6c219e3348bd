// A photo over a bad line: the script sends it in pieces, goes on by itself after a lost connection and after a reload, and the page
// says how far it is. The server's side is proven by the stories; this proves what the person sees.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { faults, person, photograph, temporaryFolder, watch, withBrowser } from "./lib.mjs";
import { beginRequest, pathOf, signByProgram } from "./journey.mjs";
import { withElshi } from "./server.mjs";

const PIECE = 262_144;
const POINT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==", "base64");

// A PNG with a long chunk, so that it needs three pieces.
function photo() {
  const noise = Buffer.alloc(600_000, 7);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(noise.length);
  head.write("IDAT", 4);
  const file = path.join(temporaryFolder("upload"), "page.png");
  fs.writeFileSync(file, Buffer.concat([POINT.subarray(0, -12), head, noise, Buffer.alloc(4), POINT.subarray(-12)]));
  return file;
}

// Everything the status says from now on, told to us at once: the page that said it may be gone before anybody looks.
async function listen(page) {
  const said = [];
  await page.exposeFunction("heard", (words) => { said.push(words); });
  await page.evaluate(() => {
    const status = document.querySelector("form[data-uploads] [role=status]");
    new MutationObserver(() => globalThis.heard(status.textContent)).observe(status, { childList: true, subtree: true, characterData: true });
  });
  return said;
}

test("an upload goes on after a lost connection and after a reload", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base })).newPage();
    const seen = watch(page, elshi.host);
    await page.goto("/en/sign-in/eds");
    assert.equal(await signByProgram(page), 303);
    const draft = await beginRequest(page, "en");
    const file = photo();

    // The second piece is lost once.
    const offsets = [];
    let lose = 1;
    let hold = false;
    await page.route("**/uploads/*", async (route) => {
      const request = route.request();
      if (request.method() !== "PATCH") return route.continue();
      const offset = Number(request.headers()["upload-offset"]);
      offsets.push(offset);
      if (offset > 0 && hold) return undefined;
      if (offset > 0 && lose > 0) { lose -= 1; return route.abort("connectionreset"); }
      return route.continue();
    });
    await page.goto(`${draft}/files/medical`);
    const said = await listen(page);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator("main form[data-uploads] button:not([type=button])").click();
    await page.waitForURL("**/check");
    assert.ok(said.some((words) => words.includes("connection was lost")), `${said}`);
    assert.deepEqual(offsets, [0, PIECE, PIECE, 2 * PIECE]);
    assert.equal(await page.locator("main img").count(), 1);

    // The page is loaded again while the second piece is on its way: the same file goes on from there.
    offsets.length = 0;
    hold = true;
    await page.goto(`${draft}/files/medical`);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator("main form[data-uploads] button:not([type=button])").click();
    await page.waitForFunction(() => document.querySelector("form[data-uploads] [role=status]").textContent.includes("40 %"));
    hold = false;
    await page.reload();
    assert.match(await page.locator("form[data-uploads] [role=status]").innerText(), /page\.png stopped at 40 %/);
    assert.deepEqual(await faults(page), []);
    offsets.length = 0;
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator("main form[data-uploads] button:not([type=button])").click();
    await page.waitForURL("**/check");
    // The browser may still have sent the piece that was on its way, or a part of it: the server knows where it stands, and nothing
    // begins anew.
    assert.ok(offsets.length > 0 && offsets.every((offset) => offset >= PIECE), `${offsets}`);

    // What cannot be taken is told at the field, as without a script.
    await page.goto(`${draft}/files/medical`);
    await page.locator("input[type=file]").setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ no document") });
    await page.locator("main form[data-uploads] button:not([type=button])").click();
    await page.locator(".govuk-error-summary").waitFor();
    assert.match(await page.locator(".govuk-error-message").innerText(), /JPG, PNG or PDF/);
    assert.equal(pathOf(page), `${draft}/files/medical`);
    assert.deepEqual(seen().filter((one) => !/ERR_CONNECTION_RESET|422/.test(one)), []);
  }));
});

test("a camera's photo is made smaller before it is sent, and what cannot be opened here goes as it is", async () => {
  await withElshi((elshi) => withBrowser(async (browser) => {
    const page = await (await person(browser, { baseURL: elshi.base })).newPage();
    const seen = watch(page, elshi.host);
    await page.goto("/en/sign-in/eds");
    assert.equal(await signByProgram(page), 303);
    const draft = await beginRequest(page, "en");
    await page.goto(`${draft}/files/medical`);
    const photo = await photograph(page, 4000, 3000);
    assert.ok(photo.length > 1_500_000, `${photo.length}`);
    let declared = 0;
    page.on("request", (request) => { declared = Number(request.headers()["upload-length"] ?? declared); });
    const said = await listen(page);
    const sends = async (buffer) => {
      await page.locator("input[type=file]").setInputFiles({ name: "seite.jpg", mimeType: "image/jpeg", buffer });
      await page.locator("main form[data-uploads] button:not([type=button])").click();
      await page.waitForURL("**/check");
    };
    await sends(photo);
    assert.ok(said.some((words) => words.includes("smaller")), `${said}`);
    assert.ok(declared > 0 && declared < photo.length, `${declared} of ${photo.length}`);
    const picture = page.locator("main img");
    assert.deepEqual(await picture.evaluate((own) => [own.naturalWidth, own.naturalHeight]), [2600, 1950]);
    const kept = await page.request.get(await picture.getAttribute("src"));
    assert.ok((await kept.body()).length < photo.length);

    // Whole to the server, nonsense to the browser: every byte goes over, and the server says what it thinks of it.
    await page.goto(`${draft}/files/medical`);
    const closed = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65_533, 1), Buffer.alloc(0)]);
    const nonsense = Buffer.concat([Buffer.from([0xff, 0xd8]), ...Array.from({ length: 30 }, () => closed.subarray(2)), Buffer.from([0xff, 0xd9])]);
    await sends(nonsense);
    assert.equal(declared, nonsense.length);
    assert.deepEqual(seen().filter((one) => !/ERR_CONNECTION_RESET|422/.test(one)), []);
  }));
});
