// What was said and is not sent yet: kept over a reload, sent in order, repeated with the same key until it is heard.

const KEPT = "declic";

function kept(page) {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEPT)) ?? {};
    // After "This is not me" the page is somebody else's: nothing of the one before is left.
    return found.page === page ? found : { page, draft: "", queue: [] };
  } catch {
    return { page, draft: "", queue: [] };
  }
}

/** Random, and good on plain http as well, where crypto.randomUUID is missing. */
export function freshKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `on` hears: sent(item), refused(item, message), lost(), found(), gone(), changed(). */
export function outbox(page, csrf, on) {
  const state = kept(page);
  let busy = false;
  let failures = 0;
  let timer = 0;

  function keep() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(state));
    } catch {
      // Without storage, a reload forgets what was not sent: nothing else does.
    }
  }

  async function post(item) {
    const { path, ...fields } = item;
    try {
      return await fetch(path, {
        method: "POST",
        headers: { "X-CSRF": csrf },
        body: new URLSearchParams(fields),
        signal: AbortSignal.timeout?.(20000),
      });
    } catch {
      return null;
    }
  }

  async function flush() {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    while (state.queue.length && (await deliver(state.queue[0]))) { /* one after the other */ }
    busy = false;
  }

  async function deliver(item) {
    const answer = await post(item);
    if (!answer || answer.status === 429 || answer.status >= 500) return again();
    if (answer.status === 403) return on.changed(), false;
    state.queue.shift();
    keep();
    failures = 0;
    if (answer.status === 410) return on.gone(), false;
    if (answer.ok) on.sent(item);
    else on.refused(item, answer.status === 422 ? (await answer.json()).message : "");
    on.found();
    return true;
  }

  function again() {
    failures += 1;
    on.lost();
    timer = setTimeout(flush, Math.min(30000, 1000 * 2 ** failures) * (0.5 + Math.random() / 2));
    return false;
  }

  return {
    waiting: () => [...state.queue],
    draft: () => state.draft,
    write(text) {
      state.draft = text;
      keep();
    },
    send(item) {
      state.queue.push(item);
      keep();
      flush();
    },
    flush,
    forget() {
      state.draft = "";
      state.queue = [];
      keep();
    },
  };
}
