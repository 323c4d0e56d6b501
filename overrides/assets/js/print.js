// In print, the timeline follows the notes. It is fetched from its page when the reader prints with the button or with
// Ctrl+P; printed from the browser's own menu, or without scripts, the article only has the author's periods in brief.
(() => {
  const button = document.querySelector("button.print");
  const box = document.querySelector(".on-paper");
  if (!button || !location.protocol.startsWith("http")) return;
  button.hidden = false;
  const print = async () => {
    if (!box.childElementCount) {
      try {
        const page = (await self.fetched(button.dataset.timeline)).querySelector("main article");
        const parts = [...page.querySelectorAll("h1, section.part")].map((one) => document.importNode(one, true));
        const title = document.createElement("h2");
        title.textContent = parts.shift().textContent;
        box.append(title, ...parts);
        for (const one of box.querySelectorAll(".drawn")) one.remove();
        for (const one of box.querySelectorAll("*")) {
          one.removeAttribute("id");
          one.removeAttribute("aria-labelledby");
        }
        // Links are resolved against their own page.
        const there = new URL(button.dataset.timeline, document.baseURI);
        for (const link of box.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), there);
      } catch {
        // Print without the timeline.
      }
    }
    window.print();
  };
  button.addEventListener("click", print);
  addEventListener("keydown", (event) => {
    if (event.code !== "KeyP" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    print();
  });
})();
