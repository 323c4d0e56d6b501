// What must be known before the first paint, so that nothing flashes or moves: a choice of light or dark that is
// remembered, and whether a browser that has chosen no language yet would rather read another.
try {
  const { dataset } = document.documentElement;
  const { languages } = dataset;
  dataset.scheme = localStorage.getItem("scheme") ?? "";
  if (languages && !localStorage.getItem("language")) {
    dataset.offer = navigator.languages.map((tag) => tag.split("-")[0]).find((code) => languages.split(" ").includes(code));
  }
} catch {}
