// Why NCALayer cannot be reached: one socket of our own, timed, before the client library opens its own.
// The browser tells a page nothing about the cause, so the permission's state and the speed of the failure are weighed together.
// Never opens a socket by itself: `probe` is called from a press of the button only, so that a browser's question has a reason.

// A refusal by the browser comes at once; a missing program needs a round trip to the port first.
const REFUSED_AT_ONCE_MS = 50;
const OPEN_WAIT_MS = 60_000;
// The permission's name differs between versions of Chromium.
const PERMISSIONS = ["local-network-access", "loopback-network"];

export class Unreachable extends Error {
  constructor(cause) {
    super(cause);
    this.name = "Unreachable";
    this.state = cause;
  }
}

async function permission() {
  for (const name of PERMISSIONS) {
    try {
      return (await navigator.permissions.query({ name })).state;
    } catch {
      // This browser does not know the permission by that name.
    }
  }
  return "unknown";
}

const isPhone = () => navigator.userAgentData?.mobile || /Android|iPhone|iPad|Mobile/i.test(navigator.userAgent);

function open(address) {
  return new Promise((resolve) => {
    const began = performance.now();
    let socket;
    try {
      socket = new WebSocket(address);
    } catch {
      resolve({ ok: false, ms: 0 });
      return;
    }
    const done = (ok) => {
      clearTimeout(timer);
      socket.onopen = socket.onerror = socket.onclose = null;
      socket.close();
      resolve({ ok, ms: performance.now() - began });
    };
    const timer = setTimeout(() => done(false), OPEN_WAIT_MS);
    socket.onopen = () => done(true);
    socket.onerror = socket.onclose = () => done(false);
  });
}

// Resolves when the program answers; else throws `Unreachable` with the state the page has a sentence for.
export async function probe(address) {
  if (typeof WebSocket === "undefined" || isPhone()) throw new Unreachable("phone");
  const before = await permission();
  if (before === "denied") throw new Unreachable("blocked");
  const { ok, ms } = await open(address);
  if (ok) return;
  const after = await permission();
  // "prompt" that stays while the failure came at once: the browser refused without asking.
  const refused = after === "denied" || (before === "prompt" && after === "prompt" && ms < REFUSED_AT_ONCE_MS && isGuarded());
  throw new Unreachable(refused ? "blocked" : "not-found");
}

// Chromium from 147 on guards the loopback addresses against pages that come from elsewhere; a closed port also fails at once there,
// so a page that itself lives on loopback (the demo) is never taken for a blocked one.
function isGuarded() {
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname)) return false;
  const brand = navigator.userAgentData?.brands?.find(({ brand }) => brand === "Chromium");
  return Number(brand?.version ?? 0) >= 147;
}

// The state of a failed attempt: what the page says, from the error and from how far the attempt came.
export function causeOf(error, progress) {
  if (error instanceof Unreachable) return error.state;
  if (error?.canceledByUser) return "cancelled";
  if (/закрыл соединение/.test(error?.message ?? "")) return "closed";
  if (error?.name === "NCALayerError") return progress.connected ? "wrong" : "not-found";
  return "failed";
}
