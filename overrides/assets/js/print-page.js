// Lets the citation of the print name a page, in the styles that name it there.
for (const choice of document.querySelectorAll(".print-page")) {
  const named = choice.nextElementSibling;
  const whole = named.nextElementSibling;
  const texts = [...named.querySelectorAll("dd")].map((one) => [one, one.innerHTML]);
  choice.hidden = false;
  const show = () => {
    const { value } = choice.querySelector("select");
    whole.hidden = value !== "";
    named.hidden = value === "";
    for (const [one, text] of texts) one.innerHTML = text.replace("#", value);
  };
  choice.addEventListener("change", show);
  show(); // a browser may keep the choice when a page is loaded again
}
