// A change of language keeps the place: the unit in the address, if it is in view, else the one at the top of the view;
// and the height at which it stands in the window. Without this the links keep the page.
(() => {
  const blocks = "main :is(h1, h2, h3, p, li, div, section)[id]";
  // What ends above this line, below the bar, is not being read.
  const line = () => {
    const bar = document.querySelector(".site-header");
    return (bar && getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0) + 30;
  };
  const top = (element) => element.getBoundingClientRect().top;

  // Units that could be gone to, best first, each with its height: not every id is in every language.
  const places = () => {
    const all = [...document.querySelectorAll(blocks)].filter((one) => one.getClientRects().length);
    const named = document.querySelector("main :target");
    if (named) {
      const { top: from, bottom } = named.getBoundingClientRect();
      if (bottom > line() && from < innerHeight) return [named, ...all.filter((one) => one.contains(named)).reverse()];
    }
    const ends = (one) => one.getBoundingClientRect().bottom;
    const at = line();
    const across = all.filter((one) => top(one) <= at && ends(one) > at);
    const below = all.find((one) => top(one) > at);
    const first = across.at(-1) ?? below;
    if (!first || scrollY === 0) return [];
    return [first, ...all.slice(0, all.indexOf(first)).reverse()].slice(0, 20);
  };

  const store = (found, address) => {
    try {
      const marks = found.map((one) => [one.id, top(one)]);
      sessionStorage.setItem("place", JSON.stringify({ address: new URL(address, location.href).pathname, marks }));
    } catch {
      // Where nothing may be stored, the address alone leads to the unit.
    }
  };
  const remember = (code) => {
    try {
      localStorage.setItem("language", code);
    } catch {
      // Then it is asked again.
    }
  };

  const leave = (event) => {
    const link = event.target.closest?.("a[data-switch]");
    if (!link || event.button > 1) return;
    const unit = document.querySelector("[data-citing]");
    const found = link.closest("[popover]") && unit ? [unit] : places();
    link.hash = found[0]?.id ?? "";
    store(found, link.href);
    if (event.type === "click") remember(link.hreflang);
  };
  // Before the menu at a number closes on the same press.
  for (const type of ["pointerdown", "click"]) document.addEventListener(type, leave, true);

  const arrive = () => {
    let place;
    try {
      place = JSON.parse(sessionStorage.getItem("place"));
      sessionStorage.removeItem("place");
    } catch {
      return;
    }
    if (place?.address !== location.pathname) return;
    const [id, height] = place.marks.find(([name]) => document.getElementById(name)) ?? [];
    if (!id) return;
    const unit = document.getElementById(id);
    const over = new AbortController();
    const enough = () => over.abort();
    const { hash } = location;
    const settle = () => {
      if (location.hash !== hash) return enough(); // the reader has gone on
      // A unit that was begun above the window may be shorter here: some of it must be seen.
      const most = Math.max(height, line() + 8 - unit.offsetHeight);
      scrollBy({ top: top(unit) - most, behavior: "instant" });
    };
    settle();
    // Browsers go to the address once or twice more, some of them after all is loaded: until the reader does something,
    // or a second has passed, the unit is brought back.
    const { signal } = over;
    addEventListener("scroll", settle, { signal });
    for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(type, enough, { signal, passive: true });
    const loaded = () => setTimeout(enough, 1000);
    if (document.readyState === "complete") loaded();
    else addEventListener("load", loaded, { once: true });
  };
  arrive();

  // The line for who would rather read another language: whoever closes it has chosen this one.
  for (const button of document.querySelectorAll(".offer button")) {
    button.addEventListener("click", () => {
      remember(document.documentElement.lang);
      delete document.documentElement.dataset.offer;
    });
  }
})();
