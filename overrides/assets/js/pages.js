// Other pages of the edition, fetched once, for whoever shows something of them in place.
// A page that could not be had is asked for again. From a memory stick nothing can be fetched, and links do instead.
self.fetched = (() => {
  const pages = new Map();
  return (address) => {
    const page = new URL(address, document.baseURI).href.split("#")[0];
    if (!pages.has(page)) {
      const answer = fetch(page).then((reply) => (reply.ok ? reply.text() : Promise.reject(new Error(page))));
      // Its head is of no use here, and its style sheet not allowed.
      const read = (body) => new DOMParser().parseFromString(body.replace(/<head>.*<\/head>/s, ""), "text/html");
      pages.set(page, answer.then(read));
      pages.get(page).catch(() => pages.delete(page));
    }
    return pages.get(page);
  };
})();

// A script of the site that only some readers need.
self.script = (address) =>
  new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
