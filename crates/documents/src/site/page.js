// What a little script makes easier. Every page works without it, and nothing is sent or stored by it.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // The words of the record that a sentence rests on.
  const narrow = matchMedia("(max-width: 67.99rem)");
  const marksOf = (said) => {
    const names = said.dataset.quotes.split(" ");
    return all("mark[data-marks]").filter((mark) => mark.dataset.marks.split(" ").some((name) => names.includes(name)));
  };
  let lit = null;
  const dim = () => {
    for (const element of all(".lit")) element.classList.remove("lit");
    const bar = one(".lit-words");
    if (bar) bar.hidden = true;
    lit = null;
  };
  const light = (said, show) => {
    if (lit === said) return;
    dim();
    lit = said;
    said.classList.add("lit");
    const marks = marksOf(said);
    for (const mark of marks) mark.classList.add("lit");
    if (!marks.length) return;
    if (narrow.matches) {
      const bar = one(".lit-words");
      if (!bar || !show) return;
      const words = marks.map((mark) => [...mark.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(""));
      bar.querySelector("q").textContent = words.join(" \u2026 ").replace(/\s+/g, " ").trim().slice(0, 400);
      bar.hidden = false;
    } else {
      const paper = marks[0].closest(".paper");
      const top = marks[0].offsetTop - paper.offsetTop - paper.clientHeight / 3;
      paper.scrollTo({ top });
    }
  };
  const saidAt = (target) => (target instanceof Element ? target.closest("[data-quotes]") : null);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const said = saidAt(event.target);
    if (said) light(said, false);
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a.mark")) return;
    const said = saidAt(event.target);
    if (said) light(said, true);
    else dim();
  });
  document.addEventListener("focusin", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.mark");
    const before = link && link.previousElementSibling;
    const said = before && (before.matches("[data-quotes]") ? before : link.parentElement.querySelector("[data-quotes]"));
    if (said) light(said, false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dim();
  });

  // Parts that open: by a link into them, all at once, and before printing.
  const parts = () => all("details");
  const reveal = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    const part = target && target.closest("details");
    if (part && !part.open) {
      part.open = true;
      target.scrollIntoView();
    }
    return part;
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(".next a");
    if (!link) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const part = target && target.closest("details");
    if (!part) return;
    event.preventDefault();
    part.open = true;
    part.querySelector("summary").focus({ preventScroll: true });
    part.scrollIntoView();
  });
  let before = [];
  addEventListener("beforeprint", () => {
    before = parts().filter((part) => !part.open);
    for (const part of before) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of before) part.open = false;
  });
  // Files dropped anywhere are chosen, and so are files that are pasted.
  const take = (list) => {
    const files = one("#files");
    if (!files || !list || !list.length) return false;
    const both = new DataTransfer();
    for (const file of [...files.files, ...list]) both.items.add(file);
    files.files = both.files;
    const part = files.closest("details");
    if (part) part.open = true;
    files.focus();
    return true;
  };
  const isFiles = (event) => one("#files") && event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  addEventListener("dragover", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    document.body.classList.remove("dropping");
    take(event.dataTransfer.files);
  });
  // A paste outside of any field goes into the field for reports.
  addEventListener("paste", (event) => {
    if (event.clipboardData && take(event.clipboardData.files)) {
      event.preventDefault();
      return;
    }
    const report = one("#report");
    const inField = event.target instanceof Element && event.target.closest("input, textarea, select");
    const words = event.clipboardData && event.clipboardData.getData("text/plain");
    if (!report || inField || !words) return;
    event.preventDefault();
    const part = report.closest("details");
    if (part) part.open = true;
    report.value += words;
    report.focus();
  });

  // What belongs to one page; again where the page was replaced by another one.
  const begin = () => {
    for (const element of all(".needs-script:not(.lit-words)")) element.hidden = false;
    lit = null;
    before = [];
    const opener = one(".open-all");
    if (opener) {
      const open = opener.textContent;
      opener.addEventListener("click", () => {
        const closed = parts().some((part) => !part.open);
        for (const part of parts()) part.open = closed;
        opener.textContent = closed ? opener.dataset.close : open;
      });
    }
    for (const button of all("button.print")) button.addEventListener("click", () => print());

    // Questions, to be pasted somewhere else: those that are ticked, or all.
    for (const button of all("button.copy")) {
      const words = button.textContent;
      button.addEventListener("click", async () => {
        const asks = all("ul.ask li", button.closest(".inside"));
        const ticked = asks.filter((ask) => ask.querySelector("input").checked);
        const lines = (ticked.length ? ticked : asks).map((ask) => "- " + ask.querySelector("label").textContent.trim());
        try {
          await navigator.clipboard.writeText(lines.join("\n"));
          button.textContent = button.dataset.done;
          setTimeout(() => { button.textContent = words; }, 2500);
        } catch {
          button.hidden = true;
        }
      });
    }
    // What went wrong is told first to those who do not see it.
    const trouble = one("#trouble");
    if (trouble) trouble.focus();
    reveal();
  };
  document.addEventListener("her2-page", begin);
  begin();
})();
