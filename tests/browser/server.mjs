// The product as people meet it: the real binary in its demonstration, a mini NCA, and a simulated NCALayer for each key.
// Everything listens on free ports of loopback, lives in a folder of its own, and is ended by its process id.
// Must never touch another run's data or a process it did not start.
import { spawn, execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { temporaryFolder } from "./lib.mjs";

const BIN = process.env.ELSHI_BIN ?? path.join(import.meta.dirname, "../../target/debug");
const DEMO = path.join(BIN, "elshi-demo");
const ELSHI = path.join(BIN, "elshi");
const START_MS_MAX = 120_000;

// Monday, 10:00 in Berlin: the mission is open; the term of a request sent now ends on Tuesday at 18:00.
export const CLOCK = "2026-11-23T09:00:00Z";
const NCA_FROM = "2026-11-23T08:00:00Z";

// Starts a program and waits for the first line of it that matches; `child` is ended by `end`.
async function start(program, words, ready, log) {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", log], env: clean() });
  const lines = readline.createInterface({ input: child.stdout });
  const found = new Promise((resolve, reject) => {
    lines.on("line", (line) => { const match = ready.exec(line); if (match) resolve(match[1]); });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${path.basename(program)} ended with ${code} before it was ready`)));
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), START_MS_MAX);
  try {
    return { said: await found, child };
  } finally {
    clearTimeout(timer);
  }
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => { child.once("exit", resolve); });
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(timer);
}

// An installation's own settings must not reach a test.
const clean = () => Object.fromEntries(Object.entries({ ...process.env, RUST_LOG: "warn,elshi=info" }).filter(([name]) => !name.startsWith("ELSHI_")));

// Hands a running product to `act`:
//   base, host     its address
//   sign(id, data) a detached signature (DER) by the person's key, at the server's time
//   phone(id, code) the simulated phone reads the code and signs with the person's key; true when the server took it
//   now()          the server's clock, RFC 3339
//   later(ms)      the server is started again at the same address with its clock moved on: nobody waits for a term in a test
//   at(instant)    the same, to an instant of RFC 3339
//   log()          what it logged
// `signer` is whose key the simulated NCALayer offers; `texts(folder)` writes other sentences into a folder and gives it; `services(folder)` another
// service and other registers.
export async function withElshi(act, { signer = "applicant1", clock = CLOCK, texts, services } = {}) {
  const dir = temporaryFolder("browser");
  const nca = path.join(dir, "nca");
  const logFile = path.join(dir, "server.log");
  const log = fs.openSync(logFile, "a");
  const children = [];
  const read = () => fs.readFileSync(logFile, "utf8");
  try {
    execFileSync(DEMO, ["nca", "--out", nca, "--at", NCA_FROM], { stdio: "ignore" });
    const layer = await start(DEMO, ["ncalayer", "--people", nca, "--listen", "127.0.0.1:0", "--person", signer], /simulated NCALayer: (wss?:\/\/\S+)/, log);
    children.push(layer.child);
    const words = ["serve", "--demo", "--data", path.join(dir, "data"), "--trust", path.join(nca, "trust"), "--phone-keys", path.join(nca, "phone.p12"), "--ncalayer", layer.said];
    if (texts) words.push("--texts", texts(path.join(dir, "texts")));
    if (services) words.push("--services", services(path.join(dir, "house")));
    let from = clock;
    let began;
    const serve = async (listen) => {
      const server = await start(ELSHI, [...words, "--clock", from, "--listen", listen], /^listening on (http:\/\/\S+)/, log);
      children.push(server.child);
      began = process.hrtime.bigint();
      return server.said;
    };
    const base = await serve("127.0.0.1:0");
    const { host } = new URL(base);
    const now = () => new Date(Date.parse(from) + Number((process.hrtime.bigint() - began) / 1_000_000n)).toISOString();
    const later = async (ms) => {
      await end(children.pop());
      from = new Date(Date.parse(now()) + ms).toISOString();
      await serve(host);
    };
    const at = (instant) => later(Date.parse(instant) - Date.parse(now()));
    const sign = (id, data) => {
      const [file, out] = ["to-sign", "signed.cms"].map((name) => path.join(dir, name));
      fs.writeFileSync(file, data);
      execFileSync(DEMO, ["sign", "--people", nca, "--person", id, "--at", now(), "--out", out, file]);
      return fs.readFileSync(out);
    };
    const phone = (id, code) => {
      try { execFileSync(DEMO, ["phone", "--people", nca, "--person", id, "--at", now(), code], { stdio: "ignore" }); return true; } catch { return false; }
    };
    return await act({ at, now, later, phone, base, host, sign, log: read });
  } catch (error) {
    process.stderr.write(`--- the server's log ---\n${read().slice(-4_000)}\n`);
    throw error;
  } finally {
    for (const child of children.reverse()) await end(child);
    fs.closeSync(log);
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
