// Remembers which languages are shown side by side; at least one is. The choice itself is made in CSS and needs no script.
(() => {
  const form = document.querySelector(".choose");
  const boxes = [...form.querySelectorAll("input")];
  form.querySelector("fieldset").addEventListener("change", ({ target }) => {
    if (!boxes.some((box) => box.checked)) target.checked = true;
  });
  try {
    const hidden = (localStorage.getItem("columns-hidden") ?? "").split(" ");
    for (const box of boxes) box.checked = !hidden.includes(box.name);
  } catch {
    return; // without storage, the choice lasts for this page
  }
  form.querySelector("fieldset").addEventListener("change", () => {
    try {
      localStorage.setItem("columns-hidden", boxes.filter((box) => !box.checked).map((box) => box.name).join(" "));
    } catch {
      // Nothing can be stored any more; the choice lasts for this page.
    }
  });
})();
