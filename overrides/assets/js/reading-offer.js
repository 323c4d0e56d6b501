// One line at the foot of the window offers the paragraph at which reading stopped. It moves nothing by itself, and is
// gone once the reader has answered or read on.
self.reading.offer = async (unit, answered) => {
  const { words, dressed } = self.reading;
  await dressed;
  const line = document.createElement("aside");
  line.className = "resume";
  line.setAttribute("aria-label", words["offer.name"]);
  const link = document.createElement("a");
  link.href = `#${unit.id}`;
  link.textContent = words.offer.replace("№", unit.id.slice(1));
  const close = document.createElement("button");
  Object.assign(close, { type: "button", className: "close", textContent: "×" });
  close.setAttribute("aria-label", words.close);
  line.append(link, " ", close);
  const from = scrollY;
  const gone = () => {
    removeEventListener("scroll", away);
    line.remove();
    document.documentElement.style.removeProperty("--foot");
    answered();
  };
  const away = () => Math.abs(scrollY - from) > innerHeight && gone();
  addEventListener("scroll", away, { passive: true });
  link.addEventListener("click", () => setTimeout(gone));
  close.addEventListener("click", () => {
    try {
      localStorage.removeItem("place"); // declined for good
    } catch {
      // It was not stored either.
    }
    gone();
  });
  document.querySelector(".page").before(line);
  document.documentElement.style.setProperty("--foot", `${line.offsetHeight + 8}px`);
};
