// A field at the list of the printed pages: its number leads to where the page begins in the article.
for (const form of document.querySelectorAll(".to-page")) {
  const field = form.querySelector("input");
  const told = form.querySelector("[role=alert]");
  form.hidden = false;
  const link = (number) => {
    const name = number === +form.dataset.first ? "" : `#pb${number}`;
    return [...document.querySelectorAll(".print-pages dt a")].find((one) => one.hash === name);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Also of "2021, p. 42", as it is copied from a note.
    const found = (field.value.match(/\d+/g) ?? []).map((number) => link(Number(number))).find(Boolean);
    told.hidden = Boolean(found);
    if (found) return location.assign(found.href);
    field.select();
    told.scrollIntoView({ block: "nearest" });
  });
  field.addEventListener("input", () => (told.hidden = true));
}
