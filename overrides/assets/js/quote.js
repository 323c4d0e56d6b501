// Quotes what is selected: one button copies the words, in the quotation marks of the language, with their citation and
// an address that leads to these very words. The citation is that of the paragraph, from its card, with the pages of the
// print on which the selected words stand; or that of the section, or, for the front matter, of the whole edition.
// Copying without the button remains as it is.
(() => {
  // What knows the words of the button: the menu of the article, or an element of the page or of a card's column.
  const hostOf = (root) => (root.closest(".column") ?? document).querySelector("[data-quote]");
  const article = document.querySelector("article .number")?.closest("article");
  const { fill, text, html, copy } = self.citations;
  const UNIT = /^p\d+[a-z]?$/;
  const within = (node, selector) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(selector);

  // The words of a range without the apparatus, in runs: no sign and no new line comes within a run.
  const runs = (range, root) => {
    const found = [];
    let open = null;
    let block = null;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      if (!node.matches("[data-apparatus], script, details:not([open]) > :not(summary)")) return NodeFilter.FILTER_SKIP;
      open = null;
      return NodeFilter.FILTER_REJECT;
    });
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      const here = within(node, "p, li, h1, h2, h3, span[id]");
      if (here !== block) open = null;
      if (from >= to || (!open && !node.data.slice(from, to).trim())) continue;
      if (!open) found.push((open = { text: "", newLine: found.length > 0 && here !== block, node, from }));
      open.text += node.data.slice(from, to);
      Object.assign(open, { last: node, to });
      block = here;
    }
    return found;
  };
  const folded = (words) => words.replace(/\s+/g, " ");
  const lines = (pieces) => {
    const found = [];
    for (const one of pieces) {
      if (one.newLine || !found.length) found.push("");
      found[found.length - 1] += one.text;
    }
    return found.map((line) => folded(line).trim()).filter(Boolean);
  };

  // The unit that a place belongs to: { id, card, element }. Side by side it is that of the row, on a card the card's own.
  // The front matter has no cards, nor have headings side by side; `about` is the page that cites the whole edition.
  const unitOf = (node, root) => {
    const named = (element) => {
      const { id = "" } = element ?? {};
      const { card } = document.querySelector(`a.number[href="#${id}"]`)?.dataset ?? {};
      return { id, card, element, about: new URL("about/", location.href).href };
    };
    if (root.matches(".peek")) return named(document.getElementById(root.dataset.unit));
    if (root === article) {
      const unit = within(node, "[id^=p]:is(p, li), .headed > :is(h2, h3)");
      if (UNIT.test(unit?.id) || unit?.closest(".headed")) return named(unit);
      const other = within(node, "article [id]:is(p, li, h1)");
      const first = article.querySelector(".headed");
      const front = other && first.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
      return named(front ? other : null);
    }
    const row = root.closest(".row");
    if (row) return { id: row.id, card: row.querySelector(".at a")?.href, about: new URL("about/", row.querySelector(`[lang="${root.closest("[lang]").lang}"] .there`).href).href };
    return { id: root.closest(".column").querySelector("a.there").hash.slice(1), card: location.href };
  };

  // What is selected, or null if it is not all within one text: the article, a unit shown in another language, a cell of
  // the languages side by side, the words of a card.
  const taken = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const [first, last] = ["startContainer", "endContainer"].map((end) => within(range[end], ".peek"));
    const root = first ?? within(range.commonAncestorContainer, ".cell .text, .column .words") ?? article;
    if (first !== last || !root?.contains(range.commonAncestorContainer)) return null;
    const all = runs(range, root);
    if (!lines(all).length) return null;
    const found = all.map((one) => unitOf(one.node, root));
    if (!found[0].id || !found.at(-1).id) return null;
    // What stands between, like the drawn stages, is not of the text.
    const [pieces, units] = [all, found].map((list) => list.filter((_, at) => found[at].id));
    // Paragraphs are what is cited, if there are any; a heading above or below them is not.
    const numbered = units.filter((one) => UNIT.test(one.id));
    const [from, to] = numbered.length ? [numbered[0], numbered.at(-1)] : [units[0], units[0]];
    return { range, root, pieces, from, to, language: root.closest("[lang]").lang };
  };

  // The words of a run in an address begin and end with whole words.
  const WORD = /[\p{L}\p{N}]/u;
  const whole = ({ node, from, last, to }) => {
    let [start, end] = [from, to];
    while (start > 0 && WORD.test(node.data[start - 1]) && WORD.test(node.data[start])) start -= 1;
    while (end < last.length && WORD.test(last.data[end - 1]) && WORD.test(last.data[end])) end += 1;
    return [node.data.slice(start, from), last.data.slice(to, end)];
  };
  const encoded = (piece) => encodeURIComponent(folded(piece).trim()).replace(/[-!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const directive = ({ pieces, root }) => {
    const [first] = pieces;
    const last = pieces.findLast((one) => one === first || ends(first, one)) ?? first;
    const begin = `${whole(first)[0]}${first.text}`;
    const all = folded(`${whole(first)[0]}${first.text}${whole(first)[1]}`).trim();
    if (first === last && all.length <= 120) return before(first, all, root) + encoded(all);
    const start = folded(begin).trim().split(" ").slice(0, 6).join(" ");
    return `${before(first, start, root)}${encoded(start)},${encoded(tail(last))}`;
  };
  const tail = (run) => folded(`${run.text}${whole(run)[1]}`).trim().split(" ").slice(-6).join(" ");
  // Whether the end of a run tells where a selection ends: a comma after a mark does not, nor do words that stand
  // in the selection before.
  const ends = (first, run) => {
    const words = tail(run);
    const between = document.createRange();
    between.setStart(first.node, first.from);
    between.setEnd(run.node, run.from);
    return words.split(" ").length > 1 && !folded(between.toString()).includes(words);
  };
  // The words before, if the article has the same words further up, or if it is not known whether it has.
  const before = ({ node, from }, start, root) => {
    if (root === article) {
      const above = document.createRange();
      above.setStart(document.body, 0);
      above.setEnd(node, from);
      if (!folded(above.toString()).includes(start)) return "";
    }
    const prefix = folded(node.data.slice(0, from - whole({ node, from, last: node, to: from })[0].length)).trim();
    return prefix ? `${encoded(prefix.split(" ").slice(-4).join(" "))}-,` : "";
  };

  // The page of the print on which a place stands: that of the last break before it, if there is one in this text.
  const printed = (node, offset, root) => {
    const breaks = [...root.querySelectorAll("[role=doc-pagebreak], [data-page]")].filter((one) => {
      const place = document.createRange();
      place.setStart(node, offset);
      return place.comparePoint(one, 0) < 0;
    });
    const last = breaks.at(-1);
    return last ? Number(last.dataset.page ?? last.id.match(/\d+$/)[0]) : null;
  };
  // The pages of the selected words, given those of the whole unit, `[41–42]` or `37–[38]`: only what is printed on a
  // page stands outside the brackets.
  const pages = ({ pieces, root, from }, unit) => {
    const [first, last] = [pieces[0], pieces.at(-1)];
    const start = printed(first.node, first.from, root) ?? (from.element && printed(from.element, 0, article)) ?? parseInt(unit.replace("[", ""), 10);
    const end = printed(last.last, last.to, root) ?? start;
    const known = /^\d/.test(unit) ? parseInt(unit, 10) : null;
    if (start === known) return start === end ? `${start}` : `${start}–[${end}]`;
    return start === end ? `[${start}]` : `[${start}–${end}]`;
  };

  const remembered = () => {
    try {
      return localStorage.getItem("citation-style");
    } catch {
      return null; // where nothing may be stored, it is the style usual in the language
    }
  };
  // The citation of the first unit, with the last one's number, the pages and the address of the selection.
  const cited = async (found, column, card) => {
    const number = (unit) => unit.id.slice(1);
    const style = hostOf(found.root).querySelector("select")?.value ?? remembered();
    const all = [...column.querySelectorAll("[data-style]")];
    const citation = fill(all.find((one) => one.dataset.style === style) ?? all[0], card);
    const said = (column.matches("[data-quotes]") ? column : column.querySelector("[data-quotes]")).dataset;
    const several = found.from.id !== found.to.id;
    const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const exchange = (node) => {
      for (const [one, all] of several ? [[said.paragraph, said.paragraphs], [said.paragraphMla, said.paragraphsMla]] : []) {
        const old = new RegExp(`(^|[^\\p{L}\\p{N}])(${escaped(one.replace("#", number(found.from)))})(?![\\p{L}\\p{N}])`, "iu");
        if (!old.test(node.data)) continue;
        const put = all.replace("#", `${number(found.from)}–${number(found.to)}`);
        // At the head of a sentence as there.
        node.data = node.data.replace(old, (_, sign, [first]) => sign + (first === one[0] ? put : first + put.slice(1)));
        break;
      }
      for (const pattern of [said.pages, said.page]) {
        const [head, tail] = pattern.split("#").map(escaped);
        const old = new RegExp(`(^|[^\\p{L}])${head}((?:\\d+–)?\\[\\d+(?:–\\d+)?\\])${tail}(?!\\p{L})`, "u");
        const [, , unit] = node.data.match(old) ?? [];
        if (!unit) continue;
        const page = pages(found, unit);
        const put = (page.includes("–") ? said.pages : said.page).replace("#", page);
        node.data = node.data.replace(old, (_, sign) => sign + put);
        break;
      }
    };
    const walker = document.createTreeWalker(citation, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".address")) exchange(walker.currentNode);
    const address = citation.querySelector(".address");
    const place = found.from.card ? "" : `#${found.from.id}`;
    // A heading is led to by its own address: its words stand in the contents too.
    const heading = !UNIT.test(found.from.id) && (found.from.card || found.root.closest(".row.heading:not(#title)"));
    if (address?.textContent) address.textContent += place + (heading ? "" : `:~:text=${directive(found)}`);
    return { citation, quotes: said.quotes.split(" ") };
  };

  // «a «b»» has „ “ within: what is quoted keeps its own marks, but the outer pair is exchanged for the inner.
  const quoted = (said, [outer, inner]) => {
    const [begin, end] = outer;
    const nested = inner ? said.replaceAll(begin, inner[0]).replaceAll(end, inner[1]) : said;
    return `${begin}${nested}${end}`;
  };
  const own = (found) => (found.root.closest(".column") ? document : null);
  const content = async (found) => {
    const { card, about } = found.from;
    const page = own(found) ?? (await self.fetched(card ?? about));
    const column = (card ? page.getElementById(found.language) : page.querySelector(".citation")).cloneNode(true);
    const { citation, quotes } = await cited(found, column, card ?? about);
    const said = quoted(lines(found.pieces).join("\n"), quotes);
    const box = document.createElement("blockquote");
    box.lang = found.language;
    box.append(...said.split("\n").flatMap((line, at) => (at ? [document.createElement("br"), line] : [line])));
    return { text: `${said}\n\n${text(citation)}`, html: `${box.outerHTML}<p>${html(citation)}</p>` };
  };

  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "quote-selected", hidden: true });
  document.body.append(status, button);
  const style = document.querySelector("link[data-menu]") ?? document.createElement("link");
  const { sheet } = document.querySelector("[data-quote]").dataset;
  if (sheet) document.head.append(Object.assign(style, { rel: "stylesheet", href: sheet }));
  style.disabled = false;

  let current = null;
  let byKey = false;
  let refused = ""; // what was selected when the reader sent the button away
  const hide = () => {
    button.hidden = true;
    current = null;
    status.textContent = "";
  };
  const show = () => {
    if (document.activeElement === button) return;
    if (refused && refused !== String(getSelection())) refused = "";
    const found = refused ? null : taken();
    if (!found) return hide();
    current = found;
    const label = hostOf(found.root).querySelector("[data-copy=words]").textContent;
    button.textContent = label;
    button.lang = status.lang = hostOf(found.root).closest("[lang]").lang;
    button.hidden = false;
    const boxes = found.range.getClientRects();
    const end = boxes[boxes.length - 1];
    const room = document.documentElement.clientWidth - button.offsetWidth - 8;
    button.style.setProperty("--left", `${Math.max(8, Math.min(end.right, room)) + scrollX}px`);
    button.style.setProperty("--top", `${end.bottom + 8 + scrollY}px`);
    if (byKey) status.textContent = `${label}: Tab`;
  };
  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 200);
  };
  document.addEventListener("selectionchange", () => {
    if (getSelection().isCollapsed) refused = "";
    later();
  });
  document.addEventListener("pointerdown", () => (byKey = false));
  document.addEventListener("keydown", (event) => {
    byKey = true;
    if (button.hidden) return;
    if (event.key === "Escape") {
      refused = String(getSelection());
      hide();
    }
    if (event.key !== "Tab" || event.shiftKey || document.activeElement === button) return;
    // The button comes next, wherever the selection ends.
    event.preventDefault();
    button.focus({ preventScroll: true });
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // the words remain selected
  button.addEventListener("blur", later);
  button.addEventListener("click", async () => {
    const made = content(current);
    const told = hostOf(current.root).querySelector("[data-copied]").dataset;
    try {
      await copy(made);
      button.textContent = status.textContent = told.copied;
    } catch {
      status.textContent = button.textContent = (await made.catch(() => null)) ? told.notCopied : told.unreachable;
    }
  });
  later();
})();
