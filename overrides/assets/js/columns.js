// Remembers which languages stand side by side. The choice itself is the style sheet's, and needs no script.
(() => {
  const form = document.querySelector(".choose");
  const boxes = [...form.querySelectorAll("input")];
  try {
    const hidden = (localStorage.getItem("columns-hidden") ?? "").split(" ");
    for (const box of boxes) box.checked = !hidden.includes(box.name);
  } catch {
    return; // where nothing may be stored, the choice holds for this page
  }
  form.addEventListener("change", () => {
    localStorage.setItem("columns-hidden", boxes.filter((box) => !box.checked).map((box) => box.name).join(" "));
  });
})();
