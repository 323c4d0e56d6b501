// The button that chooses between what the system says, light, and dark.
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
      // Where nothing may be stored, the choice holds for this page.
    }
  });
})();
