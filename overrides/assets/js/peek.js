// Shows a unit in another language below it, from the menu at its number. The text comes from the page of that
// language, which is fetched once. Esc or the same button closes it.
(() => {
  if (!self.unitMenu) return;
  const { menu } = self.unitMenu;
  const find = (unit, code) => document.getElementById(`peek-${code}-${unit.id}`);

  const close = (box) => {
    const number = document.querySelector(`a.number[href="#${box.dataset.unit}"]`);
    const inside = box.contains(document.activeElement);
    box.remove();
    if (inside) number?.focus({ preventScroll: true });
  };

  // A copy of the unit: its links are resolved against its own page, and its ids must not clash with this page's.
  const taken = (unit, code, address) => {
    const box = document.createElement("div");
    for (const node of unit.childNodes) box.append(document.importNode(node, true));
    for (const own of box.querySelectorAll(".number, .dates, .stale-mark")) own.remove();
    for (const link of box.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
    for (const one of box.querySelectorAll("[id]")) one.id = `peek-${code}-${one.id}`;
    for (const one of box.querySelectorAll("[aria-describedby]")) {
      one.setAttribute("aria-describedby", `peek-${code}-${one.getAttribute("aria-describedby")}`);
    }
    return box;
  };

  const open = async (unit, button) => {
    const { peek: code, name, close: words } = button.dataset;
    const address = new URL(button.dataset.href, document.baseURI).href;
    const there = (await self.fetched(address)).getElementById(unit.id);
    const box = taken(there, code, address);
    box.className = "peek";
    box.id = `peek-${code}-${unit.id}`;
    box.lang = code;
    box.tabIndex = -1;
    box.dataset.unit = unit.id;
    box.dataset.apparatus = "";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", name);
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "close";
    shut.textContent = "×";
    shut.lang = document.documentElement.lang;
    shut.setAttribute("aria-label", words);
    shut.addEventListener("click", () => close(box));
    box.prepend(shut);
    if (unit.tagName === "LI") unit.append(box);
    else unit.after(box);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  };

  menu.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-peek]");
    const unit = document.querySelector("[data-citing]");
    if (!button || !unit) return;
    const shown = find(unit, button.dataset.peek);
    menu.hidePopover();
    if (shown) close(shown);
    else await open(unit, button).catch(() => location.assign(`${button.dataset.href}#${unit.id}`));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.matches(":popover-open")) return;
    // An open note preview inside it closes first.
    if (document.querySelector(".peek :is(.note-mark, .critical-mark):is(:hover, :focus-within):not([data-closed])")) return;
    const box = document.activeElement.closest(".peek") ?? [...document.querySelectorAll(".peek")].at(-1);
    if (box) close(box);
  }, true);
})();
