// Khung trang: keys for those who work by keyboard. Every page does all of this without it, by links and buttons.
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  document.documentElement.classList.add("script");
  const box = one("#q"), found = one("#found"), help = one("#keys");
  for (const button of all("[data-print]")) button.addEventListener("click", () => print());

  // the search-and-do box: arrows walk the answers, Enter opens the first
  const answers = () => (found ? all("a", found) : []);
  const choose = (step) => {
    const links = answers(), at = links.findIndex((link) => link.getAttribute("aria-selected") === "true");
    links.forEach((link) => link.removeAttribute("aria-selected"));
    const next = links[(at + step + links.length) % links.length];
    if (next) { next.setAttribute("aria-selected", "true"); next.scrollIntoView({ block: "nearest" }); }
  };
  if (box) {
    box.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(event.key === "ArrowDown" ? 1 : answers().some((link) => link.hasAttribute("aria-selected")) ? -1 : 0); }
      else if (event.key === "Escape") { found.replaceChildren(); box.blur(); }
      else if (event.key === "Enter") {
        const chosen = answers().find((link) => link.hasAttribute("aria-selected")) ?? answers()[0];
        if (chosen) { event.preventDefault(); location.assign(chosen.href); }
      }
    });
    box.addEventListener("input", () => found.replaceChildren());  // Enter never opens an answer to other words
    document.addEventListener("click", (event) => { if (!box.form.contains(event.target)) found.replaceChildren(); });
  }

  // rows: j, k, Enter; in a tree also the arrows
  const rows = () => all(".tasks li, table[data-rows] tbody tr").filter((row) => one("a[href]", row) && row.offsetParent);
  const here = () => rows().find((row) => row.getAttribute("aria-current") === "true");
  const stand = (row) => {
    if (!row) return;
    here()?.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    one("a[href]:not(.twist)", row).focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => { const list = rows(), at = list.indexOf(here()); stand(list[at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.length - 1)]); };
  const twist = (row, open) => { const sign = row && one(`.twist[aria-expanded="${!open}"]`, row); if (sign) sign.click(); };
  const treeKeys = (event) => {
    const row = event.target.closest?.(".tree tbody tr");
    if (!row) return false;
    if (here() !== row) { here()?.removeAttribute("aria-current"); row.setAttribute("aria-current", "true"); }
    const does = { ArrowDown: () => step(1), ArrowUp: () => step(-1), ArrowRight: () => twist(row, true), ArrowLeft: () => twist(row, false), Home: () => stand(rows()[0]), End: () => stand(rows().at(-1)) }[event.key];
    if (does) { event.preventDefault(); does(); }
    return Boolean(does);
  };
  document.addEventListener("htmx:afterSettle", (event) => {
    const row = event.target.dataset?.stand && document.getElementById(event.target.dataset.stand);
    if (row) stand(row);
  });

  // single letters: never in a field, never while a Vietnamese letter is being composed, and they can be switched off
  let going = 0;
  const click = (selector) => { const link = one(selector); if (link) link.click(); return Boolean(link); };
  const letters = {
    "/": () => box?.focus(), "?": () => { show(); help?.showModal(); }, j: () => step(1), k: () => step(-1), g: () => { going = Date.now(); },
    n: () => click("[data-key=n]"), e: () => click("[data-key=e]"), "[": () => click("[data-key='[']"), "]": () => click("[data-key=']']"),
    Enter: () => { const row = here() ?? one(".tasks li"); if (row) one("a[href]", row).click(); }, 1: () => block("1"), 2: () => block("2"), 3: () => block("3"),
  };
  const block = (key) => { const part = all(".block-head kbd").find((each) => each.textContent.trim() === key)?.closest(".block"); if (part) stand(rows().find((row) => part.contains(row))); };
  const show = () => { for (const term of all("[data-needs]", help)) term.hidden = term.nextElementSibling.hidden = !one(term.dataset.needs); };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.defaultPrevented) return;
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); box?.focus(); return; }
    if (event.ctrlKey || event.metaKey || event.target.closest?.("input,select,textarea,dialog,[contenteditable]")) return;
    if (event.key === "Escape") { all("details.drop[open]").forEach((each) => { each.open = false; one("summary", each).focus(); }); return; }
    if (treeKeys(event) || document.body.dataset.keys === "off") return;
    if (going && Date.now() - going < 1500) { going = 0; if (click(`[data-go="${event.key}"]`)) { event.preventDefault(); return; } }
    going = 0;
    if (event.key === "Enter" && event.target !== document.body) return;
    if (letters[event.key]) { event.preventDefault(); letters[event.key](); }
  });

  for (const form of all("form[data-seconds]", one("#content"))) setTimeout(() => form.remove(), form.dataset.seconds * 1000);
  const offline = one("#offline"), line = () => { if (offline) offline.hidden = navigator.onLine; };
  addEventListener("offline", line);
  addEventListener("online", line);

  document.addEventListener("click", (event) => {
    for (const each of all("details.drop[open]")) if (!each.contains(event.target)) each.open = false;
  });
})();
