// Asks for quote.js when words of the text are selected for the first time, or when the address names words and the
// browser does not know such addresses.
(() => {
  const { quote } = document.querySelector("[data-quote]")?.dataset ?? {};
  if (!quote || !location.protocol.startsWith("http")) return;
  const over = new AbortController();
  const load = () => {
    over.abort();
    self.script(quote).catch(() => {}); // the reader can still copy
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection.isCollapsed && selection.anchorNode.parentElement?.closest("main")) load();
  };
  document.addEventListener("selectionchange", selected, { signal: over.signal });
  if (!document.fragmentDirective && location.hash.includes(":~:text=")) load();
})();
