// Previews of what a sign in the text leads to. Those of notes are in the page and open by CSS alone, on hover and on
// focus. What stands on another page, a text-critical note or an event, is taken from there when it is asked for.
// Esc closes a preview, as WCAG 1.4.13 asks, and each is kept within the window.
(() => {
  const marks = ".note-mark, .critical-mark, .stale-mark, .dates > a";
  // Beside a date, within a mark.
  const preview = (mark) =>
    mark.matches("a") ? document.getElementById(mark.getAttribute("aria-describedby")) : mark.querySelector(".preview");

  // What is told there, without its links, which a preview cannot offer.
  const told = (there) => {
    const box = document.createElement("span");
    box.className = "preview";
    box.setAttribute("role", "tooltip");
    for (const line of there.querySelectorAll(":scope > :is(h3, p)")) {
      const copy = document.importNode(line, true);
      for (const units of copy.querySelectorAll(".told, .drawn")) units.remove();
      for (const link of copy.querySelectorAll("a")) {
        const words = document.createElement("b");
        words.lang = link.lang;
        words.translate = link.translate;
        words.append(...link.childNodes);
        link.replaceWith(words);
      }
      const row = document.createElement("span");
      row.className = "line";
      row.append(...copy.childNodes);
      box.append(row);
    }
    return box;
  };

  const take = async (mark) => {
    if (preview(mark) || "asked" in mark.dataset) return;
    const link = mark.matches("a") ? mark : mark.querySelector("a");
    mark.dataset.asked = "";
    try {
      const there = (await self.fetched(link.href)).getElementById(link.hash.slice(1));
      const box = told(there);
      for (const one of box.querySelectorAll("[id]")) one.removeAttribute("id");
      box.id = `preview-${link.id || `${link.closest("[id]").id}-${link.hash.slice(1)}`}`;
      box.dataset.apparatus = "";
      if (mark.matches("a")) mark.after(box);
      else mark.append(box);
      link.setAttribute("aria-describedby", box.id);
      fit(mark);
    } catch {
      // The link leads there all the same.
    }
    delete mark.dataset.asked;
  };

  const fit = (mark) => {
    const box = preview(mark);
    if (!box) return;
    for (const name of ["margin-left", "inset", "--up"]) box.style.removeProperty(name);
    const { top, bottom, left, right } = box.getBoundingClientRect();
    // In the margin of a wide window a note stands where it is, but for what would be below the window.
    if (getComputedStyle(box).float === "right") {
      if (bottom > innerHeight - 12) box.style.setProperty("--up", `${innerHeight - 12 - bottom}px`);
      return;
    }
    const at = mark.getBoundingClientRect();
    // At the foot of a narrow window, or at its head, if the mark is at the foot.
    if (getComputedStyle(box).position === "fixed") {
      if (at.bottom > top) box.style.inset = "calc(var(--bar) + 0.8rem) 0.8rem auto";
      return;
    }
    box.classList.toggle("below", at.top < bottom - top + 60);
    const room = document.documentElement.clientWidth - 12;
    if (left < 12) box.style.marginLeft = `${12 - left}px`;
    else if (right > room) box.style.marginLeft = `${room - right}px`;
  };

  const open = (event) => {
    const mark = event.target.closest?.(marks);
    if (!mark) return;
    if (mark.matches(".critical-mark, .dates > a")) take(mark);
    fit(mark);
  };
  // A mark whose preview was closed stays so until pointer and focus have gone elsewhere. What vanishes under a pointer
  // that rests sends events too, and they count for nothing.
  const closed = new Set();
  const reopen = (mark) => {
    closed.delete(mark);
    delete mark.dataset.closed;
  };
  const close = (mark) => {
    closed.add(mark);
    mark.dataset.closed = "";
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const mark of document.querySelectorAll(marks)) {
      const box = preview(mark);
      if (mark.matches(":hover, :focus-within") || box?.matches(":hover")) close(mark);
    }
  });
  document.addEventListener("pointermove", ({ target, movementX, movementY }) => {
    if (!movementX && !movementY) return;
    for (const mark of closed) if (!mark.contains(target) && !mark.matches(":focus-within")) reopen(mark);
  });
  document.addEventListener("focusout", () => {
    for (const mark of closed) if (!mark.matches(":hover")) reopen(mark);
  });
  // By pointerover, in some browsers, nothing is hovered over yet, and nothing open that could be measured.
  document.addEventListener("mouseover", open);
  document.addEventListener("focusin", open);
})();
