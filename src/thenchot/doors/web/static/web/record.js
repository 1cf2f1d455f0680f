// Phiếu ghi: picking by keyboard, lines pasted from a spreadsheet, Ctrl+Enter. The form does all of it by buttons too.
(() => {
  const picks = (box) => box.parentElement.querySelector(".picks");
  const options = (box) => [...picks(box).querySelectorAll("[role=option]")];
  const close = (box) => { picks(box).replaceChildren(); box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const choose = (box, option) => {
    box.value = option.dataset.fill;
    close(box);
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const stand = (box, step) => {
    const list = options(box), at = list.findIndex((each) => each.getAttribute("aria-selected") === "true");
    list.forEach((each) => each.setAttribute("aria-selected", "false"));
    const next = list[(at + step + list.length) % list.length];
    if (next) { next.setAttribute("aria-selected", "true"); box.setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" }); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const box = event.target.closest?.("[role=combobox]");
    if (box && options(box).length) {
      const chosen = options(box).find((each) => each.getAttribute("aria-selected") === "true");
      if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); stand(box, event.key === "ArrowDown" ? 1 : -1); return; }
      if (event.key === "Enter" && !event.ctrlKey) { event.preventDefault(); choose(box, chosen ?? options(box)[0]); return; }
      if (event.key === "Escape") { close(box); return; }
      if (event.key === "Tab") { if (chosen) choose(box, chosen); else close(box); }
    }
    if (event.key === "Enter" && event.ctrlKey) {
      const save = event.target.form?.querySelector("[data-save]");
      if (save) { event.preventDefault(); event.target.form.requestSubmit(save); }
    }
  });
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest?.(".picks [role=option]");
    if (option) { event.preventDefault(); choose(option.closest(".pick").querySelector("input"), option); }
    else for (const box of document.querySelectorAll("[role=combobox][aria-expanded=true]")) close(box);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const list = event.target.closest?.(".picks"), box = list?.parentElement.querySelector("input");
    if (box) { box.setAttribute("aria-expanded", String(Boolean(list.children.length))); options(box).forEach((each, at) => { each.id = `${list.id}-${at}`; }); }
  });

  // a list copied from a spreadsheet goes into the table by the server, which reads it as typed
  document.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text") ?? "", line = event.target.closest?.("table.lines");
    if (!line || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const pasted = document.getElementById("pasted");
    pasted.value = text;
    pasted.form.requestSubmit(pasted.form.querySelector("[name=paste]"));
  });
  // a number or a citation is read at once
  document.addEventListener("change", (event) => {
    if (event.target.name === "number_sign" && event.target.value.trim()) document.getElementById("read")?.click();
  });

  // what was typed into the boxes of the paper while the line was being read stays
  const typed = (fieldset) => [...fieldset.querySelectorAll("input,select,textarea")].map((box) => box.value).join("\n");
  let asked = "";
  document.addEventListener("htmx:beforeRequest", (event) => { if (event.detail.elt.id === "read") asked = typed(event.detail.target); });
  document.addEventListener("htmx:beforeSwap", (event) => { if (event.detail.requestConfig?.elt?.id === "read" && typed(event.detail.target) !== asked) event.detail.shouldSwap = false; });

  // a paper that was read needs nothing more: on to the first box that is asked for and still empty
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.requestConfig?.elt?.id !== "read" || !document.querySelector(".paper[data-onward]")) return;
    const here = document.activeElement, paper = event.detail.target;
    if (here !== document.body && !paper.contains(here) && here.value) return;
    [...document.querySelectorAll("main form [data-asked]")].find((box) => !box.value && box.type !== "checkbox")?.focus();
  });

  // one press, one act: a second press waits for the answer to the first
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.submitter?.name === "preview") return; // prints in another window, is no act
    if (form.dataset.sent) event.preventDefault();
    else if (!navigator.onLine && !form.dataset.reached) { event.preventDefault(); whenReached(form, event.submitter); }
    else if (!event.defaultPrevented) { form.dataset.sent = "1"; setTimeout(() => { delete form.dataset.sent; }, 8000); }
    delete form.dataset.reached;
  });
  // without a network nothing leaves the page and nothing is lost; a server on this very machine still answers
  const whenReached = (form, button) => fetch(location.href, { method: "HEAD", cache: "no-store" }).then(() => {
    form.dataset.reached = "1";
    form.requestSubmit(button);
  }, () => {});
  addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });
})();
