// j and k, or Alt with the arrows, go from paragraph to paragraph; ? tells the keys. By their place on the keyboard where
// it is not Latin. A key that belongs to a field, a box or another combination is left alone.
addEventListener("keydown", (event) => {
  const { reading } = self;
  const { key, code, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (ctrlKey || metaKey || event.defaultPrevented || event.isComposing || reading.chosen.keys === false) return;
  if (target.closest?.("input, textarea, select, [contenteditable], [role=textbox], dialog, [popover]")) return;
  if (!altKey && key === "?") {
    event.preventDefault();
    reading.load().then(() => reading.help()).catch(() => {});
    return;
  }
  if (shiftKey || event.getModifierState("AltGraph")) return;
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace("Key", "").toLowerCase();
  const step = altKey ? { ArrowDown: 1, ArrowUp: -1 }[key] : key.length === 1 ? { j: 1, k: -1 }[letter] : 0;
  if (!step) return;
  event.preventDefault();
  const line = reading.line() + 1;
  const tops = reading.units.map((one) => one.getBoundingClientRect().top);
  const here = reading.units.indexOf(document.activeElement);
  const next = tops.findIndex((top) => top > line);
  const before = tops.filter((top) => top < line - 30).length - 1;
  // From the paragraph that has the focus, if it is in view; else from the top of the window.
  const seen = here >= 0 && tops[here] > -1 && tops[here] < innerHeight;
  const unit = reading.units[seen ? here + step : step > 0 ? next : before];
  if (!unit) return;
  unit.tabIndex = -1;
  unit.focus({ preventScroll: true });
  unit.scrollIntoView({ block: "start", behavior: "instant" });
});
