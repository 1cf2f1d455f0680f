// Hiện mật khẩu; cỡ chữ thấy ngay. Without this file both boxes still do their work when sent.
for (const box of document.querySelectorAll("[data-shows]")) {
  box.hidden = false;
  box.firstElementChild.addEventListener("change", (event) => {
    for (const id of box.dataset.shows.split(" ")) document.getElementById(id).type = event.target.checked ? "text" : "password";
  });
}
for (const size of document.querySelectorAll("input[name=size]")) {
  size.addEventListener("change", () => {
    document.documentElement.dataset.size = size.value;
  });
}
