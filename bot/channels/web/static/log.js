// The conversation on the page: new lines, changed lines, words on their way, and where the reader looks.

const NEAR = 64;

/** `waitingText` marks words that are not sent yet. */
export function conversation(waitingText) {
  const scroller = document.getElementById("scroller");
  const log = document.getElementById("log");
  const outgoing = document.getElementById("outgoing");
  const newer = document.getElementById("newer");
  let fresh = [];
  let following = true;
  let settling = 0;
  let pressed = null;

  // The scroller stands on its head: its end is at 0. On very low screens the page scrolls instead.
  const whole = () => getComputedStyle(scroller).overflowY === "visible";
  const atEnd = () => whole() || Math.abs(scroller.scrollTop) < NEAR;
  const toEnd = () => { scroller.scrollTop = 0; };
  const bare = (text) => text.replace(/\s+/g, "");

  function made(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  }

  function numbered(number) {
    return number > 0 ? [...log.querySelectorAll(`[data-number="${number}"]`)] : [];
  }

  function amend({ number, html }) {
    const entries = numbered(number);
    for (const entry of entries) {
      entry.setAttribute("aria-live", "off"); // read once already; what follows says what matters
      entry.removeAttribute("data-waits");
      entry.querySelector(".buttons")?.remove();
    }
    const text = entries.at(-1)?.querySelector(".text");
    if (text) text.innerHTML = html;
  }

  function arrive(text) {
    [...outgoing.children].find((line) => line.dataset.text === bare(text))?.remove();
  }

  function settle() {
    const [first] = fresh.filter((entry) => entry.isConnected);
    const told = fresh.find((entry) => entry.matches(".tutor"));
    fresh = [];
    clearTimeout(settling);
    if (!first) return;
    if (following) {
      const height = log.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
      if (whole() || height > scroller.clientHeight) (told ?? first).scrollIntoView({ block: "start" });
      else toEnd();
    } else {
      newer.hidden = false;
    }
    // Who pressed a button by keyboard goes on at what it brought, be the button still there or not.
    if (told && pressed && [document.body, pressed].includes(document.activeElement)) {
      told.focus({ preventScroll: true });
    }
    if (told) pressed = null;
  }

  scroller.addEventListener("scroll", () => { if (atEnd()) newer.hidden = true; }, { passive: true });
  newer.addEventListener("click", () => {
    newer.hidden = true;
    toEnd();
    log.lastElementChild?.focus({ preventScroll: true });
  });

  return {
    toEnd,
    add(data) {
      if (!fresh.length) following = atEnd();
      if (data.kind === "amendment") return amend(data);
      const entry = made(data.html);
      if (document.getElementById(entry.id)) return;
      if (data.kind === "heard") arrive(entry.querySelector(".text").textContent);
      entry.classList.add("fresh");
      log.append(entry);
      fresh.push(entry);
      clearTimeout(settling);
      settling = setTimeout(settle, 60);
    },
    /** Words on their way stand below the log until the log has them. */
    say(item) {
      const line = document.createElement("div");
      line.className = "entry mine waiting";
      line.dataset.key = item.key;
      const text = item.text ?? item.label;
      line.dataset.text = bare(text);
      const bubble = document.createElement("div");
      bubble.className = "bubble";
      bubble.innerText = text;
      const late = document.createElement("p");
      late.className = "late";
      late.hidden = true;
      late.textContent = waitingText;
      line.append(bubble, late);
      outgoing.append(line);
      toEnd();
    },
    late() {
      for (const late of outgoing.querySelectorAll(".late")) late.hidden = false;
    },
    said(item, wait) {
      const button = log.querySelector(`button[data-key="${item.key}"]`);
      if (button) delete button.dataset.key;
      setTimeout(() => outgoing.querySelector(`[data-key="${item.key}"]`)?.remove(), wait);
    },
    /** A press is shown as heard; it can be repeated once it was sent. */
    press(button, key, chosen) {
      settle(); // what came before was not brought by this press
      pressed = button;
      button.dataset.key = key;
      for (const other of button.closest(".buttons").querySelectorAll(".pressed")) {
        other.classList.remove("pressed");
        other.querySelector(".unseen").remove();
      }
      const note = document.createElement("span");
      note.className = "unseen";
      note.textContent = ` (${chosen})`;
      button.append(note);
      button.classList.add("pressed");
    },
  };
}
