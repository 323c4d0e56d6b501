// Fetches other pages of the edition, once each, for features that show parts of them in place.
// A failed request is repeated the next time. On file: addresses nothing can be fetched, and links are used instead.
self.fetched = (() => {
  const pages = new Map();
  return (address) => {
    const page = new URL(address, document.baseURI).href.split("#")[0];
    if (!pages.has(page)) {
      const answer = fetch(page).then((reply) => (reply.ok ? reply.text() : Promise.reject(new Error(page))));
      // Its head is not needed, and its style sheet is not allowed here.
      const read = (body) => new DOMParser().parseFromString(body.replace(/<head>.*<\/head>/s, ""), "text/html");
      pages.set(page, answer.then(read));
      pages.get(page).catch(() => pages.delete(page));
    }
    return pages.get(page);
  };
})();

// Loads a script of the site that only some readers need.
self.script = (address) =>
  new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
