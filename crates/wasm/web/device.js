// The page in the browser alone: forms are answered here, and nothing is sent anywhere.
import init, { Asked } from "./her2.js";

const root = new URL("..", import.meta.url).pathname;
const ready = init({ module_or_path: new URL("./her2_bg.wasm", import.meta.url) });

if ("serviceWorker" in navigator) {
  // Without it the page still works, only not without a network.
  navigator.serviceWorker.register(`${root}worker.js`, { scope: root }).catch(() => {});
}

/** The day here, as 2026-11-22. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function answer(form, submitter) {
  await ready;
  const asked = new Asked();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === "string") {
      asked.field(name, value);
    } else if (value.size > 0) {
      asked.file(value.name, new Uint8Array(await value.arrayBuffer()));
    }
  }
  const action = new URL(submitter?.getAttribute("formaction") ?? form.getAttribute("action"), location.href);
  const path = action.pathname.startsWith(root) ? `/${action.pathname.slice(root.length)}` : action.pathname;
  const reply = asked.visit(path, root, today());
  show(reply, action.hash);
}

function show(reply, hash) {
  if (reply.file !== undefined) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([reply.body], { type: reply.kind }));
    link.download = reply.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return;
  }
  const page = new DOMParser().parseFromString(reply.body, "text/html");
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  document.dispatchEvent(new Event("her2-page"));
  const place = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (place) {
    place.scrollIntoView();
  } else {
    window.scrollTo(0, 0);
  }
  document.getElementById("main")?.focus({ preventScroll: true });
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  document.body.setAttribute("aria-busy", "true");
  answer(form, event.submitter)
    .catch(() => document.getElementById("device-trouble")?.removeAttribute("hidden"))
    .finally(() => document.body.removeAttribute("aria-busy"));
});
