// Runs before the first paint, so that nothing flashes or moves: applies the stored choice of light or dark and the
// stored settings for reading, and finds out whether a reader who has not chosen a language yet would prefer another.
try {
  const { dataset } = document.documentElement;
  const { languages } = dataset;
  dataset.scheme = localStorage.getItem("scheme") ?? "";
  // What the panel of reading.js has stored, in front of the rules of the page.
  document.styleSheets[0].insertRule(localStorage.getItem("look") ?? "p{}");
  if (languages && !localStorage.getItem("language")) {
    dataset.offer = navigator.languages.map((tag) => tag.split("-")[0]).find((code) => languages.split(" ").includes(code));
  }
} catch {}
