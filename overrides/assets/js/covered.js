// For learners and teachers: one language can be hidden, and each of its paragraphs is uncovered by its own button.
(() => {
  const form = document.querySelector(".choose");
  const { cover, none, show, hide } = form.dataset;
  const select = document.createElement("select");
  select.add(new Option(none, ""));
  for (const box of form.querySelectorAll("input")) {
    const option = new Option(box.parentElement.textContent.trim(), box.name);
    option.lang = box.name;
    select.add(option);
  }
  const label = document.createElement("label");
  label.className = "cover";
  label.append(`${cover} `, select);
  form.append(label);

  // Buttons are named with the number of the paragraph, since a list of them shows nothing else.
  const set = (button, open) => {
    button.nextElementSibling.hidden = !open;
    button.textContent = open ? hide : show;
    const number = button.closest(".row").querySelector(".at").textContent.trim();
    if (number) button.setAttribute("aria-label", `${button.textContent} ${number}`);
    button.setAttribute("aria-expanded", open);
  };
  select.addEventListener("change", () => {
    for (const button of document.querySelectorAll("button.uncover")) {
      set(button, true);
      button.remove();
    }
    if (!select.value) return;
    const shown = form.querySelector(`input[name="${select.value}"]`);
    if (!shown.checked) shown.click(); // what is not shown at all cannot be uncovered
    for (const text of document.querySelectorAll(`.cell[lang="${select.value}"] > .text`)) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "uncover";
      button.lang = document.documentElement.lang;
      button.addEventListener("click", () => set(button, text.hidden));
      text.before(button);
      set(button, false);
    }
  });
})();
