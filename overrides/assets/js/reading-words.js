// The words of the settings for reading, of the keys and of the line that offers the last place.
self.reading.words = JSON.parse(String.raw`{
{%- for one in edition.locales %}"{{ one.code }}": {
{%- for key in edition.strings.values if key.startswith("reading.") %}"{{ key[8:] }}": {{ edition.translator(one)(key) | quoted }}{{ "," if not loop.last }}{% endfor -%}
}{{ "," if not loop.last }}{% endfor -%}
}`)[document.documentElement.lang];

// A box of its own, closed by Esc, by × and by a press beside it; the focus goes back to what had it.
self.reading.box = (name, ...content) => {
  const { words } = self.reading;
  const box = document.createElement("dialog");
  box.className = "reading-box";
  box.lang = document.documentElement.lang;
  box.setAttribute("aria-labelledby", `reading-${name}`);
  const title = document.createElement("h2");
  title.id = `reading-${name}`;
  title.textContent = words[name];
  const close = document.createElement("button");
  Object.assign(close, { type: "button", className: "close", textContent: "×" });
  close.setAttribute("aria-label", words.close);
  const head = document.createElement("div");
  head.className = "top";
  head.append(title, close);
  box.append(head, ...content);
  const back = document.activeElement;
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => event.target === box && box.close());
  box.addEventListener("close", () => {
    box.remove();
    back?.focus({ preventScroll: true });
  });
  document.body.append(box);
  box.showModal();
  return box;
};

self.reading.dressed = new Promise((done) => {
  const sheet = document.createElement("link");
  Object.assign(sheet, { rel: "stylesheet", href: new URL("{{ beside('reading.css') }}", self.reading.address) });
  sheet.addEventListener("load", done);
  sheet.addEventListener("error", done);
  document.head.append(sheet);
});
