// Every way a signature can fail to come about, and the way it comes about, against a socket made in the page.
// The journey with the simulated NCALayer proves the wire; this proves what the person is told.
import assert from "node:assert/strict";
import net from "node:net";
import { test } from "node:test";
import { axe, person, publicAddress, watch, withBrowser } from "./lib.mjs";
import { page, serve } from "./gallery.mjs";

const STATES = ["not-found", "blocked", "cancelled", "closed", "wrong", "busy", "checking"];
const templates = STATES.map((s) => `<template data-message="${s}"><p>said: ${s}</p><details><summary>Technical details</summary><span data-details></span></details></template>`).join("");
const body = (data, address = "wss://127.0.0.1:13579") => `<h1 class="govuk-heading-l">Sign</h1><form method="post" action="/sent" class="app-sign" hidden data-sign ${data} data-ncalayer="${address}" data-oids="1.3.6.1.5.5.7.3.4 1.2.398.3.3.4.1.1" data-locale="kk">
${templates}<div class="app-sign__status" role="status"></div><input type="hidden" name="cms"><button class="govuk-button">Sign</button></form>`;
const CONTENT = Buffer.from("the file that is signed\n");

// A socket that answers as the program would. `behaviour` is one of the cases below.
function fakeProgram(behaviour) {
  globalThis.opened = 0;
  class Socket {
    constructor() {
      globalThis.opened += 1;
      if (behaviour === "absent") { setTimeout(() => { this.onerror?.({}); this.onclose?.({}); }, 80); return; }
      setTimeout(() => { this.onopen?.({}); this.reply({ result: { version: "1.4" } }); }, 5);
    }
    reply(value) { setTimeout(() => this.onmessage?.({ data: typeof value === "string" ? value : JSON.stringify(value) }), 5); }
    close() {}
    send(text) {
      const request = JSON.parse(text);
      globalThis.record(request);
      if (request.module !== "kz.gov.pki.knca.basics") { this.reply({ status: false, code: "500", message: "unknown module", details: "" }); return; }
      if (behaviour === "cancelled") this.reply({ status: true, body: {} });
      else if (behaviour === "closed") setTimeout(() => this.onclose?.({}), 5);
      else if (behaviour === "wrong") this.reply({ status: false, code: "500", message: "bad password", details: "storage" });
      else if (behaviour === "garbage") this.reply("<html>");
      else this.reply({ status: true, body: { result: ["TUlJQg=="] } });
    }
  }
  globalThis.WebSocket = Socket;
}

async function signing(behaviour, act, { data = 'data-content-url="/file"', userAgent } = {}) {
  const posted = [];
  const server = await serve({ "/sign": page("Sign", body(data), { scripts: ["app.js", "sign.js"] }), "/file": CONTENT }, posted);
  try {
    await withBrowser(async (browser) => {
      const context = await person(browser, { baseURL: server.baseURL, userAgent });
      const one = await context.newPage();
      const seen = watch(one, `127.0.0.1:${server.port}`);
      const asked = [];
      await one.exposeFunction("record", (request) => { asked.push(request); });
      await one.addInitScript(fakeProgram, behaviour);
      await one.goto("/sign");
      await act(one, posted, asked);
      // The client library parses the answer again in its own handler, which no page can catch.
      const own = seen().filter((line) => !(behaviour === "garbage" && /is not valid JSON/.test(line)));
      assert.deepEqual(own, []);
    });
  } finally {
    await server.close();
  }
}

test("nothing is asked of the computer before the button is pressed", async () => {
  await signing("signs", async (one) => {
    assert.equal(await one.locator("form").isVisible(), true);
    assert.equal(await one.evaluate(() => globalThis.opened), 0);
  });
});

test("a signature is asked for with our conditions, without a timestamp, and posted", async () => {
  await signing("signs", async (one, posted, asked) => {
    await one.getByRole("button", { name: "Sign" }).click();
    await one.getByRole("heading", { name: "Sent" }).waitFor();
    assert.deepEqual(posted, ["cms=TUlJQg%3D%3D"]);
    const { args } = asked.find((r) => r.method === "sign");
    assert.equal(args.data, CONTENT.toString("base64"));
    assert.equal(args.format, "cms");
    assert.equal(args.locale, "kk");
    assert.deepEqual(args.signingParams, { decode: true, encapsulate: false, digested: false });
    assert.deepEqual(args.signerParams, { extKeyUsageOids: ["1.3.6.1.5.5.7.3.4", "1.2.398.3.3.4.1.1"] });
  });
});

test("a challenge given as base64 is signed as it is", async () => {
  await signing("signs", async (one, posted) => {
    await one.getByRole("button", { name: "Sign" }).click();
    await one.getByRole("heading", { name: "Sent" }).waitFor();
    assert.equal(posted.length, 1);
  }, { data: `data-content="${CONTENT.toString("base64")}"` });
});

for (const [behaviour, state, kind] of [
  ["absent", "not-found", "problem"],
  ["cancelled", "cancelled", "news"],
  ["closed", "closed", "problem"],
  ["wrong", "wrong", "problem"],
  ["garbage", "wrong", "problem"],
]) {
  test(`${behaviour}: the page says "${state}", keeps everything and lets the person try again`, async () => {
    await signing(behaviour, async (one, posted) => {
      await one.getByRole("button", { name: "Sign" }).click();
      const box = one.locator(`[role=status] > [data-state="${state === "wrong" && behaviour === "garbage" ? "failed" : state}"]`);
      await box.waitFor();
      assert.match(await box.textContent(), new RegExp(`said: ${state}`));
      assert.equal(await box.getAttribute("data-kind"), kind);
      if (behaviour === "wrong") assert.match(await box.locator("[data-details]").textContent(), /bad password/);
      assert.deepEqual(await axe(one), []);
      assert.equal(posted.length, 0);
      const before = await one.evaluate(() => globalThis.opened);
      await one.getByRole("button", { name: "Sign" }).click();
      await one.waitForFunction((n) => globalThis.opened > n, before);
    });
  });
}

test("a phone is told at once, without a socket", async () => {
  await signing("signs", async (one) => {
    await one.getByRole("button", { name: "Sign" }).click();
    await one.locator('[role=status] > [data-state="phone"]').waitFor();
    assert.equal(await one.evaluate(() => globalThis.opened), 0);
  }, { userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile" });
});

// A port nobody listens on.
async function closedPort() {
  const server = net.createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

// The browser's own permission, not a made-up socket: our page counts as public, the program is not running.
for (const [name, permissions, state] of [
  ["the browser refuses by itself", null, "blocked"],
  ["the person has refused before", ["geolocation"], "blocked"],
  ["the person has allowed it, and NCALayer is not there", ["local-network-access"], "not-found"],
]) {
  test(`${name}: the page says "${state}"`, async () => {
    const pages = { "/sign": page("Sign", body('data-content-url="/file"', `ws://127.0.0.1:${await closedPort()}`), { scripts: ["sign.js"] }), "/file": CONTENT };
    const server = await serve(pages);
    try {
      await withBrowser(async (browser) => {
        const context = await person(browser, { baseURL: server.baseURL });
        // Granting one permission denies every other.
        if (permissions) await context.grantPermissions(permissions);
        const one = await context.newPage();
        await one.goto("/sign");
        await one.getByRole("button", { name: "Sign" }).click();
        const box = one.locator("[role=status] > [data-state]:not([data-state=busy])");
        await box.waitFor();
        assert.equal(await box.getAttribute("data-state"), state);
      }, { args: publicAddress(server.port) });
    } finally {
      await server.close();
    }
  });
}
