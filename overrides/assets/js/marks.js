// Previews of marks open by CSS alone, on hover and on focus. This closes them on Esc, as WCAG 1.4.13 asks, and
// keeps a preview within the window.
(() => {
  const marks = ".note-mark, .critical-mark, .stale-mark";
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const mark of document.querySelectorAll(`:is(${marks}):is(:hover, :focus-within)`)) mark.dataset.closed = "";
  });
  const open = (event) => {
    const mark = event.target.closest?.(marks);
    const preview = mark?.querySelector(".preview");
    if (!preview) return;
    preview.classList.toggle("below", mark.getBoundingClientRect().top < preview.offsetHeight + 12);
    preview.style.marginLeft = "";
    const { left, right } = preview.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 12;
    if (left < 12) preview.style.marginLeft = `${12 - left}px`;
    else if (right > room) preview.style.marginLeft = `${room - right}px`;
  };
  const reopen = (event) => {
    const mark = event.target.closest?.(marks);
    if (mark && !mark.contains(event.relatedTarget)) delete mark.dataset.closed;
  };
  document.addEventListener("pointerover", open);
  document.addEventListener("focusin", open);
  document.addEventListener("pointerout", reopen);
  document.addEventListener("focusout", reopen);
})();
