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
    const found = link(Number(field.value.match(/\d+/)?.[0])); // also of "p. 42", as it is copied from a note
    told.hidden = Boolean(found);
    if (found) location.assign(found.href);
    else field.select();
  });
  field.addEventListener("input", () => (told.hidden = true));
}
