// The 404 page: reads the language from the address, and looks for the page in other languages.
(() => {
  const box = document.querySelector(".messages");
  const root = new URL(box.dataset.root, location.href).pathname;
  const parts = location.pathname.replace(root, "").replace(/(index)?\.html$/, "").split("/").filter(Boolean);
  const messages = [...box.children];
  const codes = messages.map((one) => one.lang);
  const code = codes.includes(parts[0]) ? parts.shift() : /^[a-z]{2,3}$/.test(parts[0] ?? "") ? (parts.shift(), "") : codes[0];
  const own = messages.find((one) => one.lang === code);
  if (own) {
    document.documentElement.lang = code;
    document.title = `404 — ${own.querySelector("h1, h2").textContent}`;
    box.prepend(own);
  }
  const name = parts.length ? `${parts.join("/")}/` : "";
  const found = name.match(/^[ps]\//) ? box.dataset.cards.split(" ").includes(name) : box.dataset.pages.split(" ").includes(name);
  if (!found) return;
  for (const message of messages) {
    const link = message.querySelector("[data-elsewhere] a");
    const home = message.querySelector("[data-home]").getAttribute("href");
    link.href = name.match(/^[ps]\//) ? `${box.dataset.root}${name}#${message.lang}` : `${home}${name}${location.hash}`;
    link.closest("[data-elsewhere]").hidden = false;
  }
})();
