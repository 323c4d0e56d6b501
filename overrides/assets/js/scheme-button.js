// The button that switches between the system's scheme, light and dark.
(() => {
  const button = document.querySelector("button.scheme");
  if (!button) return;
  const { dataset } = document.documentElement;
  const order = ["", "light", "dark"];
  const name = () => {
    const words = button.dataset[dataset.scheme || "auto"];
    button.setAttribute("aria-label", words);
    button.title = words;
  };
  if (!order.includes(dataset.scheme)) dataset.scheme = "";
  name();
  button.addEventListener("click", () => {
    dataset.scheme = order[(order.indexOf(dataset.scheme) + 1) % order.length];
    name();
    try {
      localStorage.setItem("scheme", dataset.scheme);
    } catch {
      // Without storage, the choice lasts for this page.
    }
  });
})();
