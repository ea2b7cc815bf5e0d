// The chat page. Without this script the page works by plain forms; with it, it follows, sends and repeats by itself.

import { follow } from "./feed.js";
import { conversation } from "./log.js";
import { freshKey, outbox } from "./outbox.js";

const HIDDEN_FOR = 30000; // a tab that nobody looks at gives its connection back
const chat = document.getElementById("chat");
const { cursor, page, csrf, begun, auto, lost, found, waiting, chosen, cookies } = chat.dataset;
const composer = document.getElementById("composer");
const field = document.getElementById("text");
const menu = document.getElementById("menu");
const status = document.getElementById("status");
const log = conversation(waiting);

let troubled = false;

function tell(text) {
  if (status.textContent !== text) status.textContent = text;
}

const line = {
  lost() {
    troubled = true;
    log.late();
    tell(lost);
  },
  found() {
    if (!troubled) return;
    troubled = false;
    tell(found);
    setTimeout(() => { if (status.textContent === found) tell(""); }, 4000);
  },
  gone() {
    out.forget();
    location.replace("/?gone");
  },
  /** The page is older than its cookie: open it again, but never over and over. */
  changed() {
    let last = 0;
    try {
      last = Number(sessionStorage.getItem("declic.opened"));
      sessionStorage.setItem("declic.opened", Date.now());
    } catch {
      last = Date.now();
    }
    if (Date.now() - last < 15000) tell(cookies);
    else location.replace("/");
  },
};

const feed = follow(Number(cursor), page, {
  ...line,
  entry(data) {
    if (data.lang !== document.documentElement.lang) return location.reload(); // the page speaks as its tutor does
    log.add(data);
  },
});

const out = outbox(page, csrf, {
  ...line,
  sent(item) {
    if (item.path === "/start") begin();
    else log.said(item, 3000);
    feed.hurry();
  },
  refused(item, message) {
    log.said(item, 0);
    if (!field.value) grow(item.text ?? "");
    tell(message);
  },
});

function begin() {
  document.getElementById("welcome")?.remove();
  document.getElementById("foot").hidden = false;
  feed.resume();
}

function say(item) {
  tell(troubled ? lost : "");
  log.say(item);
  out.send({ path: "/say", ...item });
}

function grow(text) {
  if (text !== undefined) field.value = text;
  if (!CSS.supports("field-sizing", "content")) {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 3}px`;
  }
  out.write(field.value);
}

function fields(form) {
  return Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "csrf"));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const path = new URL(form.action).pathname;
  if (path === "/start") {
    event.preventDefault();
    out.send({ path, ...fields(form) });
    form.querySelector("button").disabled = true;
  } else if (form === composer) {
    event.preventDefault();
    const text = field.value.trim();
    if (text) say({ key: freshKey(), text });
    grow("");
    field.focus();
  } else if (form.matches(".press")) {
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.dataset.key) return; // on its way
    const key = freshKey();
    log.press(button, key, chosen);
    say({ ...fields(form), key });
  }
});

field.addEventListener("input", () => grow());
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});
menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});

// iOS draws its keyboard over the page: the chat takes the height that is really seen.
window.visualViewport?.addEventListener("resize", () => {
  if (visualViewport.scale > 1.01) return;
  document.documentElement.style.setProperty("--height", `${visualViewport.height}px`);
  if (document.documentElement.scrollHeight <= innerHeight + 1) scrollTo(0, 0);
});

let hidden = 0;
function look() {
  clearTimeout(hidden);
  if (document.hidden) {
    hidden = setTimeout(feed.pause, HIDDEN_FOR);
  } else if (!chat.querySelector("#welcome")) {
    feed.resume();
    feed.retryNow();
    out.flush();
  }
}
document.addEventListener("visibilitychange", look);
window.addEventListener("pageshow", (event) => { if (event.persisted) look(); });
window.addEventListener("pagehide", feed.pause);
window.addEventListener("online", () => {
  feed.retryNow();
  out.flush();
});

grow(field.value || out.draft());
out.waiting().filter((item) => item.path === "/say").forEach(log.say);
if (begun) feed.resume();
else if (auto && !out.waiting().length) document.getElementById("start").requestSubmit();
out.flush();
chat.dataset.ready = "yes";
