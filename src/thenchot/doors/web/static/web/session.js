// Phiên làm việc: five minutes before the idle end it asks; the server's clock decides, not this one.
(() => {
  const dialog = document.getElementById("session"), warn = 300;
  if (!dialog || !dialog.showModal) return;
  const form = dialog.querySelector("form");
  let timer, last = false;
  const ask = () => fetch(dialog.dataset.left).then((answer) => answer.json()).then(plan, () => later(30));
  const later = (seconds) => { clearTimeout(timer); timer = setTimeout(ask, seconds * 1000); };
  const plan = (answer) => {
    last = answer.last;
    if (answer.left <= 0) location.assign(dialog.dataset.ended + encodeURIComponent(location.pathname + location.search));
    else if (answer.left > warn) { if (dialog.open) dialog.close(); later(answer.left - warn); }
    else {
      for (const text of dialog.querySelectorAll("[data-last]")) text.hidden = (text.dataset.last === "1") !== last;
      if (!dialog.open && !dialog.dataset.heard) dialog.showModal();
      later(answer.left + 1);
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (last) { dialog.dataset.heard = "1"; dialog.close(); return; }
    fetch(form.action, { method: "POST", body: new FormData(form) }).then((answer) => answer.json()).then(plan, () => later(5));
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  later(Math.max(Number(dialog.dataset.seconds) - warn, 0));
})();
