// Citations: fills in what only the reader's browser knows, the day and, where the edition does not know it, the
// address; and copies. Without this a citation stands complete but for these.
self.citations = (() => {
  // The day as the pattern asks for it: 23.11.2026, or 23 Nov. 2026, as the MLA shortens months of more than four letters.
  const today = (words) => {
    const now = new Date();
    const [day, month, year] = [now.getDate(), now.getMonth() + 1, now.getFullYear()];
    if (!words) return [day, month].map((n) => `${n}`.padStart(2, "0")).join(".") + `.${year}`;
    const name = (form) => new Intl.DateTimeFormat("en-GB", { month: form }).format(now);
    return `${day} ${name("long").length > 4 ? `${name("short")}.` : name("long")} ${year}`;
  };

  // `base` is the address of the page that the citation stands on.
  const fill = (citation, base = document.baseURI) => {
    const place = citation.querySelector(".address");
    if (!place) return citation;
    const address = new URL(place.dataset.to ?? place.getAttribute("href"), base);
    if (!place.textContent && !address.protocol.startsWith("http")) return citation;
    place.textContent ||= address;
    for (const piece of citation.querySelectorAll("[data-needs]")) {
      if (piece.dataset.needs === "date") {
        piece.textContent = piece.dataset.text.replace(/\{date(:words)?\}/, (_, words) => today(words));
      }
      piece.hidden = false;
    }
    return citation;
  };

  const visible = (citation) => {
    const copy = citation.cloneNode(true);
    for (const hidden of copy.querySelectorAll("[hidden]")) hidden.remove();
    for (const link of copy.querySelectorAll("a.address")) link.href = link.textContent;
    return copy;
  };
  const text = (citation) => visible(citation).textContent.trim();
  const html = (citation) => visible(citation).innerHTML.trim();

  // `content` is a promise of {text, html}: the browser must be asked at once, while it still knows that somebody pressed.
  const copy = async (content) => {
    if (!self.ClipboardItem) return navigator.clipboard.writeText((await content).text); // older browsers: words alone
    const blob = (type, key) => {
      const made = content.then((found) => new Blob([found[key]], { type }));
      made.catch(() => {}); // whoever waits for the copy is told
      return made;
    };
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": blob("text/plain", "text"), "text/html": blob("text/html", "html") }),
    ]);
  };

  for (const citation of document.querySelectorAll("[data-style]")) fill(citation);
  if (navigator.clipboard) {
    const status = document.body.appendChild(document.createElement("p"));
    status.className = "unseen";
    status.setAttribute("role", "status");
    for (const button of document.querySelectorAll("button.copy")) {
      const words = button.textContent;
      const citation = button.closest("div").querySelector("[data-style]");
      button.hidden = false;
      button.addEventListener("click", async () => {
        status.lang = button.closest("[lang]").lang;
        try {
          await copy(Promise.resolve({ text: text(citation), html: html(citation) }));
        } catch {
          getSelection().selectAllChildren(citation);
          status.textContent = button.dataset.notCopied;
          return;
        }
        status.textContent = button.textContent = button.dataset.copied;
        setTimeout(() => {
          status.textContent = "";
          button.textContent = words;
        }, 2500);
      });
    }
  }
  // From a memory stick there is no address to fill in, and the reader is still to be told.
  if (location.protocol.startsWith("http")) {
    for (const hint of document.querySelectorAll(".without-scripts")) hint.hidden = true;
  }
  return { fill, text, html, copy };
})();
