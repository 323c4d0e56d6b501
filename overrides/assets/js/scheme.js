// A choice of light or dark that is remembered. It stands in the page itself and runs first, so that nothing flashes;
// without it the system decides.
try {
  document.documentElement.dataset.scheme = localStorage.getItem("scheme") ?? "";
} catch {}
