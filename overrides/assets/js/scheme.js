// Remembers a choice of light or dark. Without this the system decides; it runs first, so that nothing flashes.
(() => {
  const root = document.documentElement;
  const order = ["auto", "light", "dark"];
  const read = () => {
    try {
      return localStorage.getItem("scheme") || "auto";
    } catch {
      return "auto";
    }
  };
  const show = (scheme) => {
    if (scheme === "auto") delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
  };
  let scheme = order.includes(read()) ? read() : "auto";
  show(scheme);
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button.scheme");
    if (!button) return;
    const name = () => {
      const words = button.dataset[scheme];
      button.setAttribute("aria-label", words);
      button.title = words;
    };
    name();
    button.hidden = false;
    button.addEventListener("click", () => {
      scheme = order[(order.indexOf(scheme) + 1) % order.length];
      show(scheme);
      name();
      try {
        localStorage.setItem("scheme", scheme);
      } catch {
        // Where nothing may be stored, the choice holds for this page.
      }
    });
  });
})();
