// The page of the search: what is found as one types, pastes or dictates. The engine and the index are fetched when the
// field is used; the words around a hit are taken from the page where it stands. The query lives in the address.
(() => {
  const form = document.querySelector(".find");
  const box = document.querySelector(".results");
  const { q: field, all } = form.elements;
  const words = box.dataset;
  const here = words.language;
  const status = box.querySelector(".status");
  const set = JSON.parse(document.querySelector("main script").textContent);
  const codes = Object.keys(set);
  const NEAR = 9; // words before and after a match that are shown with it
  const PIECES = 2; // of a paragraph that are shown
  const SUGGESTED = 6;

  const made = (tag, attributes = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children);
    return element;
  };

  // The entries of the glossary stand in this page.
  const entries = new Map(
    [...document.querySelectorAll(".entries a")].map((link) => [link.hash.slice(1), link.textContent.trim().replace(/\s+/g, " ")]),
  );
  let engine;
  const finder = async (code) => {
    engine ??= self.script(form.dataset.engine).then(() =>
      self.finders(set, document.baseURI, { [here]: { glossary: Object.fromEntries(entries) } }),
    );
    engine.catch(() => (engine = undefined));
    return (await engine)(code);
  };

  // The page of a language that has an id, with the heading that each id stands below.
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

  // A hit, as it is shown: its number, its words, and what it stands below; nothing, if the language has no such place.
  const shown = async (code, ref) => {
    const [name, id] = ref.split("#");
    const address = `${set[code].pages[name]}?q=${encodeURIComponent(field.value.trim())}#${id}`;
    if (name === "glossary") return { address, number: "→", text: entries.get(id), group: set[code].pages.glossary, title: title(name) };
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
      // Without its page a hit is still a place to go to.
      return { address, number: id.replace(/^p/, ""), text: "", group: set[code].pages[name], title: "" };
    }
  };
  const title = (name) => document.querySelector(`nav.pages a[href="${set[here].pages[name]}"]`)?.textContent ?? "";

  // The words around the matches, which are marked; the beginning, if there is none.
  const extract = (text, places) => {
    const ends = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => [index, index + word.length]);
    const last = ends.length - 1;
    const windows = [];
    for (const [start] of places.length ? places : [[0]]) {
      const at = Math.max(0, ends.findLastIndex(([from]) => from <= start));
      const [from, to] = [Math.max(0, at - NEAR), Math.min(last, at + NEAR * (places.length ? 1 : 2))];
      const before = windows.at(-1);
      if (before && from <= before.to + 1) Object.assign(before, { to, count: before.count + 1 });
      else windows.push({ from, to, count: 1 });
    }
    const best = [...windows].sort((one, other) => other.count - one.count).slice(0, PIECES);
    const span = made("span");
    for (const { from, to } of windows.filter((one) => best.includes(one))) {
      if (last < 0) break;
      const [begin, end] = [ends[from][0], ends[to][1]];
      span.append(span.childNodes.length || from ? " … " : "");
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

  const link = (hit, code, places) => {
    const anchor = made("a", { className: "hit", href: hit.address }, made("b", {}, hit.number), extract(hit.text, places));
    if (code !== here) Object.assign(anchor, { lang: code, hreflang: code });
    return anchor;
  };

  // What is found, by how well it fits, and within that by the sections of the article.
  const tier = ({ phrase, rank }, complete, single) =>
    !complete ? "some" : rank === 2 ? "begins" : rank === 1 ? "otherwise" : phrase ? "phrase" : single ? "words" : "apart";
  const ranked = ["phrase", "words", "apart", "otherwise", "begins", "some"];
  const arranged = (rows) => {
    const list = document.createDocumentFragment();
    const tiers = ranked.filter((name) => rows.some((row) => row.tier === name));
    for (const name of tiers) {
      if (tiers.length > 1 || !["words", "apart"].includes(name)) list.append(made("h2", {}, words[name]));
      let group;
      let items;
      for (const row of rows.filter((one) => one.tier === name)) {
        if (row.hit.group !== group) {
          group = row.hit.group;
          items = made("ul");
          list.append(made("h3", {}, made("a", { href: group }, row.hit.title)), items);
        }
        items.append(made("li", { className: row.links.length > 1 ? "aligned" : "" }, ...row.links));
      }
    }
    return list;
  };

  const inOne = async (query) => {
    const one = await finder(here);
    const { hits, complete, keys } = one.find(query);
    const single = one.keysOf(query).length < 2;
    const rows = await Promise.all(
      hits.map(async (found) => {
        const hit = await shown(here, found.ref);
        return { tier: tier(found, complete, single), hit, links: [link(hit, here, one.places(hit.text, keys))] };
      }),
    );
    return { rows, count: hits.length };
  };

  // In all languages: a place that is found in one is shown in all. A term of the glossary is looked for in each by the
  // word that the language has for it.
  const inAll = async (query) => {
    const found = new Map();
    const places = new Map();
    const terms = await termed(query);
    for (const code of codes) {
      const one = await finder(code);
      for (const words_ of new Set([query, ...(terms[code] ? [`"${terms[code]}"`] : [])])) {
        const { hits, keys, complete } = one.find(words_);
        const single = one.keysOf(words_).length < 2;
        if (hits.length) places.set(code, { one, keys: new Set([...(places.get(code)?.keys ?? []), ...keys]) });
        for (const hit of hits.filter(({ ref }) => !ref.startsWith("glossary#"))) {
          const name = tier(hit, complete, single);
          const before = found.get(hit.ref);
          if (!before || ranked.indexOf(name) < ranked.indexOf(before)) found.set(hit.ref, name);
        }
      }
    }
    const order = [...(await page(here, "index")).headings.keys(), ...(await page(here, "timeline")).headings.keys()];
    const sorted = [...found].sort(([one], [other]) => order.indexOf(one.split("#")[1]) - order.indexOf(other.split("#")[1]));
    const rows = await Promise.all(
      sorted.map(async ([ref, name]) => {
        const hits = await Promise.all(codes.map((code) => shown(code, ref)));
        const links = codes.map((code, at) => {
          const { one, keys } = places.get(code) ?? {};
          if (!hits[at]) return made("span");
          return link(hits[at], code, one ? one.places(hits[at].text, keys) : []);
        });
        return { tier: name, hit: hits[codes.indexOf(here)] ?? hits.find(Boolean), links };
      }),
    );
    return { rows, count: rows.length };
  };
  const termed = async (query) => {
    const one = await finder(here);
    // An entry that has all words of the query and no others.
    const count = one.keysOf(query).length;
    const whole = ({ ref }) => ref.startsWith("glossary#") && one.keysOf(entries.get(ref.split("#")[1])).length === count;
    const id = one.find(query).hits.find(whole)?.ref.split("#")[1];
    if (!id) return {};
    const { body } = await page(here, "glossary");
    return Object.fromEntries([...body.querySelectorAll(`[id="${id}"] .others [lang]`)].map((other) => [other.lang, other.textContent]));
  };

  const suggested = async (query) => {
    const one = await finder(here);
    const typed = query.match(self.words.WORD) ?? [];
    const fits = (head) => {
      const parts = head.match(self.words.WORD).map(self.words.one);
      return typed.length && typed.every((word) => parts.some((part) => one.begins(part, word)));
    };
    const found = [...new Set(entries.values())].filter((head) => head.toLowerCase() !== query.toLowerCase() && fits(head));
    if (!found.length) return "";
    const buttons = found.sort((head, other) => head.length - other.length).slice(0, SUGGESTED).map((head) => made("button", { type: "button" }, head));
    return made("p", { className: "suggested" }, words.suggested, ...buttons);
  };

  // Where there is nothing in this language: how much there is in others.
  const elsewhere = async (query) => {
    const counts = [];
    for (const code of codes.filter((one) => one !== here)) {
      const count = (await finder(code)).find(query).hits.length;
      if (!count) continue;
      const href = `${set[code].pages.search}?q=${encodeURIComponent(query)}`;
      counts.push(" ", made("a", { href, lang: code, hreflang: code }, `${set[code].name} – ${count}`));
    }
    return counts.length ? [words.none, " ", words.elsewhere, ...counts] : [words.nowhere];
  };

  let asked = 0;
  const search = async () => {
    const query = field.value.trim();
    const turn = ++asked;
    const show = (said, ...found) => {
      if (turn !== asked) return;
      for (const old of [...box.children].slice(1)) old.remove();
      status.replaceChildren(...said);
      box.append(...found);
    };
    if (!query) return show([]);
    try {
      const { rows, count } = await (all.checked ? inAll(query) : inOne(query));
      const suggestions = await suggested(query);
      show(count ? [words.found.replace("{count}", count)] : await elsewhere(query), suggestions, arranged(rows));
    } catch {
      show([words.failed]);
    }
  };

  // The address: it follows the typing at a distance; what is sent off is a step of its own in the history.
  const address = () => {
    const there = new URL(location.href);
    there.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    return there;
  };
  const store = (how) => {
    try {
      if (address().href !== location.href) history[how](null, "", address());
    } catch {
      // Some browsers count how often this is done.
    }
    const query = field.value.trim();
    document.title = document.title.replace(/^(.*? · )?/, query ? `${query.slice(0, 60)} · ` : "");
  };
  const read = () => {
    const given = new URLSearchParams(location.search);
    field.value = given.get("q") ?? "";
    all.checked = given.has("all");
    search();
  };

  let later;
  form.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(store, 400, "replaceState");
    search();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(later);
    store("pushState");
    await search();
    box.querySelector(".hit")?.focus();
  });
  box.addEventListener("click", (event) => {
    const button = event.target.closest(".suggested button");
    if (!button) return;
    field.value = button.textContent;
    field.focus();
    store("pushState");
    search();
  });
  // Up and down lead from the field through what is found; Esc leads back to the field, and there empties it.
  document.addEventListener("keydown", (event) => {
    const stops = [field, ...box.querySelectorAll(".suggested button, .hit")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0 || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && stops[at + step]) stops[at + step].focus();
    else if (event.key === "Escape" && at > 0) field.focus();
    else if (event.key === "Escape" && field.value) {
      field.value = "";
      store("pushState");
      search();
    } else return;
    event.preventDefault();
  });
  field.addEventListener("focus", () => finder(here).catch(() => {}));
  addEventListener("popstate", read);
  read();
  if (!field.value) field.focus();
})();
