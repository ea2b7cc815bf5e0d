// The log from a cursor on: server-sent events, or polling where a proxy holds them back or the server is away.

const PATIENCE = 5000; // a stream that says nothing for so long after it was opened is being held back
const SHORT_LIFE = 10000;
const STRIKES = 3; // so many short-lived streams, and polling it is
const QUICK = 1000;
const SLOW = 20000;

/** `on` hears: entry(data), lost(), found(), gone(), changed(). */
export function follow(cursor, page, on) {
  let source = null;
  let timer = 0;
  let pause = QUICK;
  let failures = 0;
  let strikes = 0;
  let polling = false;
  let suspect = false; // something was sent, and the stream said nothing since
  let stopped = true;
  let asked = 0;

  const query = () => new URLSearchParams({ after: cursor, page });

  function take(data) {
    if (data.at <= cursor) return;
    cursor = data.at;
    on.entry(data);
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function later(what, wait) {
    clearTimeout(timer);
    timer = setTimeout(what, wait);
  }

  function end(tell) {
    stopped = true;
    close();
    tell();
  }

  function well() {
    failures = 0;
    on.found();
  }

  function listen() {
    close();
    const born = Date.now();
    source = new EventSource(`/stream?${query()}`);
    later(() => { polling = true; poll(); }, PATIENCE);
    source.addEventListener("hello", () => { clearTimeout(timer); well(); });
    source.addEventListener("message", (event) => take(JSON.parse(event.data)));
    source.addEventListener("gone", () => end(on.gone));
    source.addEventListener("changed", () => end(on.changed));
    source.addEventListener("error", () => {
      strikes = Date.now() - born < SHORT_LIFE ? strikes + 1 : 0;
      polling ||= strikes >= STRIKES;
      close();
      later(poll, 200 + Math.random() * 600);
    });
  }

  async function poll() {
    close();
    const mine = ++asked;
    let answer = null;
    let entries = [];
    try {
      answer = await fetch(`/poll?${query()}`, { cache: "no-store", signal: AbortSignal.timeout?.(10000) });
      if (answer.ok) entries = (await answer.json()).entries;
    } catch {
      answer = null;
    }
    if (stopped || mine !== asked) return;
    if (answer?.status === 410) return end(on.gone);
    if (answer?.status === 403) return end(on.changed);
    if (!answer?.ok) return retry();
    entries.forEach(take);
    polling ||= suspect && entries.length > 0;
    suspect = false;
    well();
    if (!polling) return listen();
    pause = entries.length ? QUICK : Math.min(pause * 1.5, SLOW);
    later(poll, pause);
  }

  function retry() {
    failures += 1;
    on.lost();
    later(poll, Math.min(30000, 1000 * 2 ** failures) * (0.5 + Math.random() / 2));
  }

  return {
    resume() {
      if (!stopped) return;
      stopped = polling = suspect = false;
      strikes = 0;
      listen();
    },
    pause() {
      stopped = true;
      close();
    },
    /** Something was sent: news should come soon. A stream that stays silent then is being held back. */
    hurry() {
      if (stopped) return;
      pause = QUICK;
      if (polling || failures) return later(poll, 150);
      const before = cursor;
      setTimeout(() => {
        if (stopped || cursor !== before) return;
        suspect = true;
        poll();
      }, 4000);
    },
    /** The network is there again, or the reader looks again: do not wait for the next try. */
    retryNow() {
      if (!stopped && failures) later(poll, 0);
    },
  };
}
