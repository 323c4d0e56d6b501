// Renders a hit: its number, an excerpt, and its section. The excerpt is taken from the page of the hit.
self.hits = ({ set, here, words, query }) => {
  const NEAR = 9; // words shown before and after a match
  const PIECES = 2; // excerpts shown of a paragraph

  const made = (tag, attributes = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children);
    return element;
  };

  // A page in a language, with the heading above each id.
  const pages = new Map();
  const page = async (code, name) => {
    const address = new URL(set[code].pages[name], document.baseURI).href;
    if (!pages.has(address)) {
      const body = await self.fetched(address);
      const headings = new Map();
      let heading;
      for (const one of body.querySelectorAll("main [id]")) {
        if (/^H[23]$/.test(one.tagName)) heading = one;
        headings.set(one.id, heading);
      }
      pages.set(address, { body, headings });
    }
    return pages.get(address);
  };
  const bare = (element) => {
    const copy = element.cloneNode(true);
    for (const own of copy.querySelectorAll("[data-apparatus], .told, .back, .status, script")) own.remove();
    return copy.textContent.trim().replace(/\s+/g, " ");
  };
  const title = (name) => document.querySelector(`nav.pages a[href="${set[here].pages[name]}"]`)?.textContent ?? "";

  // Undefined if the language has no such place.
  const shown = async (code, ref) => {
    const [name, id] = ref.split("#");
    const address = `${set[code].pages[name]}?q=${encodeURIComponent(query())}#${id}`;
    try {
      const { body, headings } = await page(code, name);
      const element = body.getElementById(id);
      if (!element) return undefined;
      const heading = headings.get(id);
      const number = /^p\d/.test(id) ? id.slice(1) : /^n\d/.test(id) ? `[${id.slice(1)}]` : name === "timeline" ? "→" : "§";
      const below = name === "timeline" || !heading ? "" : heading.id;
      return {
        address,
        number,
        text: bare(element),
        group: `${set[code].pages[name]}${below && `#${below}`}`,
        title: name === "timeline" ? title(name) : heading ? bare(heading) : words.front,
      };
    } catch {
      // Without its page, a hit is still a link.
      return { address, number: id.replace(/^p/, ""), text: "", group: set[code].pages[name], title: "" };
    }
  };

  // The words around the matches, which are marked; the beginning of the text if there are none.
  const extract = (text, places) => {
    const ends = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => [index, index + word.length]);
    const last = ends.length - 1;
    const windows = [];
    for (const [start] of places.length ? places : [[0]]) {
      const at = Math.max(0, ends.filter(([from]) => from <= start).length - 1);
      const [from, to] = [Math.max(0, at - NEAR), Math.min(last, at + NEAR * (places.length ? 1 : 2))];
      const before = windows[windows.length - 1];
      if (before && from <= before.to + 1) Object.assign(before, { to, count: before.count + 1 });
      else windows.push({ from, to, count: 1 });
    }
    const best = [...windows].sort((one, other) => other.count - one.count).slice(0, PIECES);
    const span = made("span");
    for (const { from, to } of windows.filter((one) => best.includes(one))) {
      if (last < 0) break;
      const [begin, end] = [ends[from][0], ends[to][1]];
      span.append(span.childNodes.length ? " " : from ? "… " : "");
      let done = begin;
      for (const [start, stop] of places.filter(([one]) => one >= begin && one < end)) {
        span.append(text.slice(done, start), made("mark", {}, text.slice(start, stop)));
        done = stop;
      }
      span.append(text.slice(done, end));
      if (to < last) span.append(" …");
    }
    return span;
  };

  const link = (hit, code, places, where = true) => {
    const anchor = made("a", { className: "hit", href: hit.address }, made("b", {}, hit.number), extract(hit.text, places));
    if (where && hit.title) anchor.append(made("small", {}, hit.title));
    if (code !== here) Object.assign(anchor, { lang: code, hreflang: code });
    return anchor;
  };

  return { made, page, shown, link };
};
