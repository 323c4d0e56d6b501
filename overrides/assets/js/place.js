// Remembers on the device, and nowhere else, the paragraph at which reading stopped, and offers it at the next visit.
(() => {
  const { reading } = self;
  const stored = () => {
    try {
      return reading.chosen.resume === false ? null : localStorage.getItem("place");
    } catch {
      return null;
    }
  };
  let from; // where the window stood when reading began; until then nothing is remembered
  const begin = () => {
    from = scrollY;
  };
  const remember = () => {
    if (from === undefined || reading.chosen.resume === false || Math.abs(scrollY - from) < innerHeight / 2) return;
    const unit = reading.unit();
    try {
      if (unit) localStorage.setItem("place", unit.id);
      else if (scrollY) localStorage.removeItem("place"); // read to the end
    } catch {
      // Nothing is remembered.
    }
  };
  addEventListener("pagehide", remember);
  document.addEventListener("visibilitychange", () => document.hidden && remember());

  const arrived = () => {
    const unit = reading.units.find((one) => one.id === stored());
    const { top, bottom } = unit?.getBoundingClientRect() ?? {};
    // Who comes to a place of the text has not come to read on.
    if (!unit || location.hash || (top < innerHeight && bottom > 0)) return begin();
    reading.load().then(() => reading.offer(unit, begin)).catch(begin);
  };
  // After the browser has gone to the address, or has brought back where the window stood.
  const settled = () => setTimeout(arrived, 100);
  if (document.readyState === "complete") settled();
  else addEventListener("load", settled, { once: true });
})();
