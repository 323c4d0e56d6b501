// Marks the words of a search in the page of a hit, and shows the query in the field. Nothing is fetched unless the address
// has a query.
(async () => {
  const form = document.querySelector(".search-field");
  const query = new URLSearchParams(location.search).get("q");
  if (!form || !query?.trim() || !self.Highlight) return;
  form.elements.q.value = query;
  try {
    const page = await self.fetched(form.action);
    const { engine, sheet } = page.querySelector(".find").dataset;
    await self.script(new URL(engine, form.action));
    const set = JSON.parse(page.querySelector("main script").textContent);
    const finder = await self.finders(set, form.action)(document.documentElement.lang);
    const { forms } = finder.find(query);
    // The text without the apparatus: its text nodes, each with its offset.
    const main = document.querySelector("main");
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.TEXT_NODE
        ? NodeFilter.FILTER_ACCEPT
        : node.matches("[data-apparatus], script")
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP,
    );
    const pieces = [];
    let text = "";
    while (walker.nextNode()) {
      pieces.push([text.length, walker.currentNode]);
      text += walker.currentNode.data;
    }
    // The last node that begins at or before an offset.
    const piece = (place) => {
      let [low, high] = [0, pieces.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (pieces[middle][0] <= place) low = middle;
        else high = middle - 1;
      }
      return pieces[low];
    };
    const ranges = finder.places(text, forms).map(([start, end]) => {
      const range = new Range();
      const [from, first] = piece(start);
      const [to, last] = piece(end - 1);
      range.setStart(first, start - from);
      range.setEnd(last, end - to);
      return range;
    });
    const style = document.createElement("link");
    Object.assign(style, { rel: "stylesheet", href: new URL(sheet, form.action) });
    document.head.append(style);
    CSS.highlights.set("found", new Highlight(...ranges));
  } catch {
    // Nothing is marked.
  }
})();
