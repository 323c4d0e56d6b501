// Prints the languages that are shown, with the author's notes if wanted: they are taken from the article of the page's
// language, each with the numbers of the paragraphs that refer to it, since the rows have no marks.
(() => {
  const form = document.querySelector(".choose");
  if (!location.protocol.startsWith("http")) return;
  const { print, notes, says, failed, article } = form.dataset;
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "notes";
  const label = document.createElement("label");
  label.append(box, ` ${notes}`);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "print-columns";
  button.textContent = print;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  // Not in the form's own list of languages.
  const row = document.createElement("p");
  row.append(button, " ", label, " ", status);
  form.append(row);

  const take = async () => {
    const page = await self.fetched(article);
    const list = document.importNode(page.querySelector(".notes"), true);
    for (const note of list.querySelectorAll("li[id]")) {
      const marks = [...page.querySelectorAll(`.note-mark > a[href$="#${note.id}"]`)];
      const units = marks.map((mark) => mark.closest("[id^=p]")?.id.slice(1)).filter(Boolean);
      if (units.length) note.append(` ${says} ${[...new Set(units)].join(", ")}`);
    }
    for (const one of list.querySelectorAll("[id]")) one.removeAttribute("id");
    const there = new URL(article, document.baseURI); // links are resolved against their own page
    for (const link of list.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), there);
    list.removeAttribute("aria-labelledby");
    list.classList.add("printed-notes");
    document.querySelector(".rows").after(list);
  };
  let printing = false;
  button.addEventListener("click", async () => {
    if (printing) return; // pressed twice while the notes are fetched
    printing = true;
    const there = document.querySelector(".printed-notes");
    status.textContent = "";
    if (!box.checked) there?.remove();
    else if (!there) await take().catch(() => { status.textContent = failed; });
    printing = false;
    window.print();
  });
})();
