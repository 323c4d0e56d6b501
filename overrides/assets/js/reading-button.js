// The button of the settings for reading. What it opens is loaded at the first press, or when something else asks for it.
// `chosen` is what the reader has chosen, by name; a stored look that an earlier version made is made again.
self.reading = (() => {
  const file = "{{ beside('reading.js') }}";
  const names = JSON.parse(String.raw`{ {%- for one in edition.locales %}"{{ one.code }}": {{ edition.translator(one)("reading.title") | quoted }}{{ "," if not loop.last }}{% endfor -%} }`);
  const address = new URL(file, document.currentScript.src);
  const chosen = { version: file };
  try {
    Object.assign(chosen, JSON.parse(localStorage.getItem("reading")));
  } catch {
    // Nothing is chosen.
  }
  let loaded;
  const load = () => {
    loaded ??= self.script(address).catch((error) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
  const reading = { file, address, chosen, load };
  const button = document.querySelector("button.reading");
  if (button) {
    button.textContent = "Aa";
    button.translate = false;
    button.title = names[document.documentElement.lang];
    button.setAttribute("aria-label", button.title);
    button.setAttribute("aria-haspopup", "dialog");
    button.addEventListener("click", () => load().then(() => reading.panel()).catch(() => {}));
  }
  if (chosen.version !== file) load().then(() => reading.apply()).catch(() => {});
  return reading;
})();
