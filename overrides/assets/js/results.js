// The search page: results while readers type, paste or dictate. The engine and the index are fetched when the field gets
// the focus. The query is part of the address.
(() => {
  const form = document.querySelector(".find");
  const box = document.querySelector(".results");
  const { q: field, all } = form.elements;
  const words = box.dataset;
  const here = words.language;
  const status = box.querySelector(".status");
  const set = JSON.parse(document.querySelector("main script").textContent);
  const codes = Object.keys(set);
  const query = () => field.value.trim();
  const { made, page, shown, link } = self.hits({ set, here, words, query });
  const address = self.searchAddress({ form, read: () => search() });

  // The glossary entries are in this page.
  const entries = new Map(
    [...document.querySelectorAll(".entries a")].map((one) => [one.hash.slice(1), one.textContent.trim().replace(/\s+/g, " ")]),
  );
  let engine;
  const finder = async (code) => {
    engine ??= self.script(form.dataset.engine).then(() => self.finders(set, document.baseURI));
    engine.catch(() => (engine = undefined));
    return (await engine)(code);
  };

  // The results in one language.
  const inOne = async (asked) => {
    const one = await finder(here);
    const { hits, forms, meant, unsure } = one.find(asked);
    const rows = await Promise.all(
      hits.map(async ({ ref, shown: near }) => ({ ref, near, hit: await shown(here, ref), links: (hit, where) => [link(hit, here, one.places(hit.text, forms), where)] })),
    );
    return { rows: rows.filter(({ hit }) => hit), meant, unsure };
  };
  // The results in all languages: a hit in one language is shown in all, with its best rank.
  const inAll = async (asked) => {
    const found = new Map();
    const places = new Map();
    let said = "";
    for (const code of codes) {
      const one = await finder(code);
      const { hits, forms, meant } = one.find(asked);
      places.set(code, (text) => one.places(text, forms));
      if (code === here) said = meant;
      for (const { ref, score, shown: near } of hits) {
        const before = found.get(ref) ?? found.set(ref, { ref, score: 0, near: false }).get(ref);
        Object.assign(before, { score: Math.max(score, before.score), near: near || before.near });
      }
    }
    const sorted = [...found.values()].sort((one, other) => other.score - one.score);
    const rows = await Promise.all(
      sorted.map(async ({ ref, near }) => {
        const hits = await Promise.all(codes.map((code) => shown(code, ref)));
        const links = (_, where) =>
          codes.map((code, at) => (hits[at] ? link(hits[at], code, places.get(code)(hits[at].text), where) : made("span")));
        return { ref, near, hit: hits[codes.indexOf(here)] ?? hits.find(Boolean), links };
      }),
    );
    return { rows: rows.filter(({ hit }) => hit), meant: said };
  };

  const item = ({ hit, links }, where) => {
    const all_ = links(hit, where);
    return made("li", { className: all_.length > 1 ? "aligned" : "" }, ...all_);
  };
  const inOrder = async (rows) => {
    const order = [...(await page(here, "index")).headings.keys(), ...(await page(here, "timeline")).headings.keys()];
    return [...rows].sort((one, other) => order.indexOf(one.ref.split("#")[1]) - order.indexOf(other.ref.split("#")[1]));
  };
  // By relevance, each hit names its section; in text order, hits are grouped by section.
  const arranged = async (rows) => {
    if (form.elements.order.value !== "text") return [made("ol", { className: "hits" }, ...rows.map((row) => item(row, true)))];
    const list = [];
    let group;
    for (const row of await inOrder(rows)) {
      if (row.hit.group !== group) {
        group = row.hit.group;
        list.push(made("h2", {}, made("a", { href: group }, row.hit.title)), made("ol", { className: "hits" }));
      }
      list[list.length - 1].append(item(row, false));
    }
    return list;
  };

  // Glossary terms that begin with the words typed, in one line; a button shows the others.
  const suggested = async (asked) => {
    const one = await finder(here);
    const typed = asked.match(self.words.WORD) ?? [];
    const fits = (head) => {
      const parts = head.match(self.words.WORD);
      return typed.length && typed.every((word) => parts.some((part) => one.begins(part, word)));
    };
    const found = [...new Set(entries.values())].filter((head) => head.toLowerCase() !== asked.toLowerCase() && fits(head));
    const buttons = found.sort((head, other) => head.length - other.length).map((head) => made("button", { type: "button", className: "term" }, head));
    const own = [...entries].find(([, head]) => head.toLowerCase() === asked.toLowerCase());
    if (own) buttons.unshift(made("a", { className: "term", href: `${set[here].pages.glossary}#${own[0]}` }, `${own[1]} →`));
    return buttons.length ? [made("p", { className: "suggested" }, words.suggested, ...buttons)] : [];
  };
  const fold = (line) => {
    const [first, ...others] = line.children;
    const tooLong = () => line.scrollWidth > line.clientWidth || first.scrollWidth > first.clientWidth;
    line.classList.add("folded");
    if (!others.length || !tooLong()) return;
    const more = made("button", { type: "button", className: "more" }, words.fold);
    more.setAttribute("aria-expanded", "false");
    line.append(more);
    for (const one of others.reverse()) one.hidden = one.hidden || tooLong();
    more.addEventListener("click", () => {
      line.classList.remove("folded");
      for (const one of others) one.hidden = false;
      more.remove();
      others[others.length - 1].focus();
    });
  };

  // A page of the print, if that is what is asked for (p. 42, с. 42, 42-бет): the link to where it begins, or nothing.
  const PAGE = /^(?:(?:pp?|pages?|[cс]|стр|страницы?|беті?|б)\.?\s*\[?(\d+)(?:\]?\s*[-–—]\s*\[?\d+)?\]?|\[?(\d+)\]?[\s-]*(?:бет\p{L}*|б\.?|стр\.?|страниц\p{L}*))$/iu;
  const ofPrint = (asked) => {
    const found = asked.match(PAGE);
    const number = Number(found?.[1] ?? found?.[2]);
    const [first, last] = [Number(words.first), Number(words.last)];
    if (!words.page || !(first <= number && number <= last)) return [];
    const said = words.page.replace("{page}", number === first ? number : `[${number}]`);
    return [made("a", { className: "term", href: `${set[here].pages.index}${number === first ? "" : `#pb${number}`}` }, `${said} →`)];
  };

  // If this language has no hits, or only approximate ones: the number of hits in the others.
  const elsewhere = async (asked, nothing) => {
    const counts = [];
    for (const code of codes.filter((one) => one !== here)) {
      const { hits, unsure } = (await finder(code)).find(asked);
      const count = hits.filter(({ shown: near }) => near).length;
      if (!count || unsure) continue;
      const href = `${set[code].pages.search}?q=${encodeURIComponent(asked)}`;
      counts.push(" ", made("a", { href, lang: code, hreflang: code }, `${set[code].name} – ${count}`));
    }
    const none = counts.length ? words.none : words.nowhere;
    return [...(nothing ? [none] : []), ...(counts.length ? [" ", words.elsewhere, ...counts] : [])];
  };

  let turns = 0;
  const search = async () => {
    const asked = query();
    const turn = ++turns;
    const show = (said, ...found) => {
      if (turn !== turns) return;
      for (const old of [...box.children].slice(1)) old.remove();
      status.replaceChildren(...said);
      box.append(...found);
    };
    if (!asked) return show([]);
    try {
      const { rows, meant, unsure } = await (all.checked ? inAll(asked) : inOne(asked));
      const near = rows.filter((row) => row.near);
      const [print] = ofPrint(asked);
      const said = print ? [print, " "] : [];
      if (near.length) said.push(words.found.replace("{count}", near.length));
      if (!print && (!near.length || (unsure && !all.checked))) said.push(...(await elsewhere(asked, !near.length)));
      if (near.length && meant) said.push(made("span", { className: "meant" }, words.meant.replace("{words}", meant)));
      const terms = await suggested(asked);
      const list = await arranged(near);
      if (turn !== turns) return;
      show(said, ...terms, ...list);
      terms.forEach(fold);
      if (rows.length > near.length && near.length) {
        const more = made("button", { type: "button", className: "rest" }, words.more.replace("{count}", rows.length - near.length));
        more.addEventListener("click", async () => {
          const seen = box.querySelectorAll(".hit").length;
          const whole = await arranged(form.elements.order.value === "text" ? rows : [...near, ...rows.filter((row) => !row.near)]);
          for (const old of box.querySelectorAll(".hits, h2, .rest")) old.remove();
          box.append(...whole);
          box.querySelectorAll(".hit")[seen]?.focus();
        });
        box.append(more);
      }
    } catch {
      show([words.failed]);
    }
  };

  form.addEventListener("input", () => {
    address.typed();
    search();
  });
  // Enter opens the page of the print that is asked for, or else the best hit.
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    address.sent();
    await search();
    const best = ofPrint(query())[0]?.href ?? (form.elements.order.value === "text" ? (await inOne(query()).catch(() => ({ rows: [] }))).rows[0]?.hit.address : box.querySelector(".hit")?.href);
    if (best) location.assign(best);
  });
  box.addEventListener("click", (event) => {
    const button = event.target.closest("button.term");
    if (!button) return;
    field.value = button.textContent;
    field.focus();
    address.sent();
    search();
  });
  // The arrow keys move between the field and the results; Esc returns to the field, and clears it there.
  document.addEventListener("keydown", (event) => {
    const stops = [field, ...box.querySelectorAll(".term:not([hidden]), .hit")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0 || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && stops[at + step]) stops[at + step].focus();
    else if (event.key === "Escape" && at > 0) field.focus();
    else if (event.key === "Escape" && field.value) {
      field.value = "";
      address.sent();
      search();
    } else return;
    event.preventDefault();
  });
  field.addEventListener("focus", () => finder(here).catch(() => {}));
  address.arrived();
  if (!field.value) field.focus();
})();
