// Signing with the program NCALayer on this computer. Only on pages with `<form data-sign>`; only after a press of the button.
// Finds out by itself why a connection failed, because the client library folds every cause into one sentence.
// Never keeps a key, a password or a signature; never speaks to any address but the page's own and the local program's.
import { NCALayerClient } from "ncalayer-js-client";
import { causeOf, probe } from "./probe.js";

const CHUNK_BYTES = 0x8000;

function base64(buffer) {
  const bytes = new Uint8Array(buffer);
  let text = "";
  for (let i = 0; i < bytes.length; i += CHUNK_BYTES) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK_BYTES));
  return btoa(text);
}

async function contentOf(form) {
  if (form.dataset.content) return form.dataset.content;
  const answer = await fetch(form.dataset.contentUrl, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok) throw new Error(`content: HTTP ${answer.status}`);
  return base64(await answer.arrayBuffer());
}

// States a page may have no own sentence for, and the sentence said then.
const NEAREST = { phone: "not-found", failed: "wrong" };

// Shows the sentence the server wrote for this state; the raw words of the program go into its `[data-details]`, if there is one.
function say(form, name, details) {
  const status = form.querySelector("[role=status]");
  const written = (state) => form.querySelector(`template[data-message="${state}"]`);
  const template = written(name) ?? written(NEAREST[name]);
  const box = document.createElement("div");
  box.dataset.state = name;
  box.dataset.kind = name === "busy" || name === "checking" || name === "cancelled" ? "news" : "problem";
  if (template) box.append(template.content.cloneNode(true));
  const place = box.querySelector("[data-details]");
  if (place) place.textContent = details ?? "";
  status.replaceChildren(box);
}

async function signature(form, progress) {
  const { ncalayer, oids = "", locale = "ru" } = form.dataset;
  const content = await contentOf(form);
  await probe(ncalayer);
  const client = new NCALayerClient(ncalayer, form.dataset.kaztoken !== undefined);
  // The client parses an answer inside the socket's handler, where a broken one would be lost and the page would wait for ever.
  const broken = new Promise((_, reject) => {
    client.onResponseReady = (data) => {
      try { JSON.parse(data); } catch { reject(new Error("the answer is not JSON")); }
    };
  });
  try {
    await Promise.race([client.connect(), broken]);
    progress.connected = true;
    const signed = client.basicsSignCMS(
      NCALayerClient.basicsStorageAll,
      content,
      NCALayerClient.basicsCMSParamsDetachedNoTSP,
      { extKeyUsageOids: oids.split(/\s+/).filter(Boolean), ...(form.dataset.chain === "any" ? { chain: [] } : {}) },
      locale,
    );
    return await Promise.race([signed, broken]);
  } finally {
    client.wsConnection?.close();
  }
}

// A signature may come as PEM or as bare base64; the server reads both, an empty one is a broken program.
function start(form) {
  const button = form.querySelector("button[data-sign-button], button[type=submit], button:not([type])");
  const field = form.querySelector("input[name=cms]");
  let busy = false;
  form.addEventListener("submit", async (event) => {
    if (field.value) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    button.setAttribute("aria-disabled", "true");
    const progress = { connected: false };
    try {
      say(form, "busy");
      const cms = await signature(form, progress);
      if (typeof cms !== "string" || cms.length === 0) throw new Error("empty signature");
      field.value = cms;
      say(form, "checking");
      HTMLFormElement.prototype.submit.call(form);
    } catch (error) {
      say(form, causeOf(error, progress), error?.message);
    } finally {
      busy = false;
      button.removeAttribute("aria-disabled");
    }
  });
  // Coming back from the server's answer by the browser's Back button: the old signature must not be sent again.
  addEventListener("pageshow", (event) => { if (event.persisted) { field.value = ""; form.querySelector("[role=status]").replaceChildren(); } });
  form.hidden = false;
}

for (const form of document.querySelectorAll("form[data-sign]")) start(form);
