// Uploads that survive a lost connection and a reload: a small client of tus 1.0 (core and creation) for `<form data-uploads>`.
// Without this script, and wherever it cannot go on, the form posts the file itself. Never decides whether a file is taken:
// the form is posted with the id of what has arrived, and the server answers as for every file.
const PIECE_BYTES = 262_144;
const TRIES_MAX = 6;
const WAIT_FIRST_MS = 500;
// A page needs no more to be read, its small print too; what a camera adds costs a person time and money on a bad line.
const SIDE_PIXELS_MAX = 2600;
const QUALITY = 0.82;
const SMALL_BYTES = 1_500_000;
const TUS = { "Tus-Resumable": "1.0.0" };

const form = document.querySelector("form[data-uploads]");
const input = form.querySelector("input[type=file]");
const status = form.querySelector("[role=status]");

const instead = () => new URL(form.action, location.href).searchParams.get("instead");
const memory = `upload ${location.pathname}${location.search}`;
const known = () => { try { return JSON.parse(sessionStorage.getItem(memory)); } catch { return null; } };
const remember = (what) => { try { sessionStorage.setItem(memory, JSON.stringify(what)); } catch { /* the upload goes on; only a reload begins anew */ } };
const forget = () => { try { sessionStorage.removeItem(memory); } catch { /* nothing was kept */ } };
const fingerprint = (file) => [file.name, file.size, file.lastModified].join("/");

// One of the sentences that the server wrote into the page; said once, so that nobody hears the same thing again and again.
function say(state, { name = "", percent = "" } = {}) {
  const words = form.querySelector(`template[data-message="${state}"]`).content.textContent.replace("{name}", name).replace("{percent}", percent);
  if (status.textContent !== words) status.textContent = words;
}

const tens = (offset, size) => `${Math.floor((offset / size) * 10) * 10} %`;
const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const ask = (address, method, headers = {}, body = undefined) =>
  fetch(address, { method, body, headers: { ...TUS, "X-CSRF": form.elements.csrf.value, ...headers }, credentials: "same-origin", cache: "no-store", redirect: "manual" });

// A large photo, made smaller and upright; what cannot be opened here, or would not get smaller, goes as it is.
async function smaller(file) {
  if (file.type !== "image/jpeg" || file.size <= SMALL_BYTES) return file;
  say("smaller");
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, SIDE_PIXELS_MAX / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
    const paint = canvas.getContext("2d");
    paint.imageSmoothingQuality = "high";
    paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise((made) => { canvas.toBlob(made, "image/jpeg", QUALITY); });
    return small && small.size < file.size ? new File([small], file.name, { type: small.type, lastModified: file.lastModified }) : file;
  } catch { return file; }
}

// What cannot be mended by trying again: the form itself is posted and says what is wrong.
class Refused extends Error {}
const isRefusal = ({ type, status: code }) => type === "opaqueredirect" || (code >= 400 && code < 500 && code !== 409 && code !== 429);

async function create(file) {
  const pairs = { filename: file.name, document: form.dataset.document, ...(instead() ? { instead: instead() } : {}) };
  const metadata = Object.entries(pairs).map(([key, value]) => `${key} ${base64(value)}`).join(",");
  const answer = await ask(form.dataset.uploads, "POST", { "Upload-Length": String(file.size), "Upload-Metadata": metadata });
  if (isRefusal(answer)) throw new Refused(answer.status);
  if (answer.status !== 201) throw new Error(`creation: ${answer.status}`);
  return answer.headers.get("Location");
}

// Where the server stands; `null` when it knows nothing of this upload any more.
async function offsetOf(address) {
  const answer = await ask(address, "HEAD");
  if (answer.status === 404) return null;
  if (isRefusal(answer)) throw new Refused(answer.status);
  if (answer.status !== 200) throw new Error(`offset: ${answer.status}`);
  return Number(answer.headers.get("Upload-Offset"));
}

async function piece(address, file, offset) {
  const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) };
  const answer = await ask(address, "PATCH", headers, file.slice(offset, offset + PIECE_BYTES));
  if (isRefusal(answer)) throw new Refused(answer.status);
  if (answer.status !== 204) throw new Error(`piece: ${answer.status}`);
  return Number(answer.headers.get("Upload-Offset"));
}

// Gives the address of the whole file. After each failure it asks where the server stands and goes on from there.
async function bring(file) {
  const before = known();
  let address = before?.of === fingerprint(file) ? before.address : null;
  let offset = null;
  for (let failures = 0; ;) {
    try {
      if (address && offset === null) offset = await offsetOf(address);
      if (offset === null) [address, offset] = [await create(file), 0];
      while (offset < file.size) {
        remember({ of: fingerprint(file), address, name: file.name, percent: tens(offset, file.size) });
        say("progress", { name: file.name, percent: tens(offset, file.size) });
        offset = await piece(address, file, offset);
        failures = 0;
      }
      return address;
    } catch (error) {
      failures += 1;
      if (error instanceof Refused || failures >= TRIES_MAX) throw error;
      say("waiting");
      offset = null;
      await new Promise((again) => { setTimeout(again, WAIT_FIRST_MS * 2 ** failures); });
    }
  }
}

let busy = false;
form.addEventListener("submit", async (event) => {
  const [file] = input.files;
  if (!file?.size) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  try {
    const address = await bring(await smaller(file));
    say("checking");
    forget();
    form.elements.upload.value = address.split("/").pop();
    input.disabled = true;
    form.submit();
  } catch (error) {
    if (error instanceof Refused) { forget(); form.submit(); } else { say("stopped"); }
  } finally {
    busy = false;
  }
});

// A page shown again from the browser's memory takes a file as at first.
window.addEventListener("pageshow", () => { input.disabled = false; form.elements.upload.value = ""; });
if (known()) say("continue", known());
