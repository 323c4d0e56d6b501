// What holds on every page, at every width, in every state: one function for each, which gives the elements that break
// it. `seen.opened` is what has been opened, and `seen.mark` what called it.
(() => {
  const box = (one) => one.getBoundingClientRect();
  const width = () => document.documentElement.clientWidth;
  // A box to which neither a name nor a class belongs is told by its words.
  const told = (one) => {
    const owner = one.closest("[id]");
    const words = one.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${owner && owner !== one ? `#${owner.id} ` : ""}${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : ""}.${one.classList} «${words}»`;
  };
  // Said and not shown, or shown only when it is focused.
  const unseen = ".unseen, .skip, .heads, .long";
  const hidden = (one) => !one.checkVisibility({ visibilityProperty: true }) || (one.closest(unseen) && getComputedStyle(one.closest(unseen)).position === "absolute");
  const clamped = (one) => getComputedStyle(one).webkitLineClamp !== "none";

  // The pieces of text in a part of the page, each with the rectangles of its lines.
  const pieces = function* (root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = new Range();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.data.trim() || node.parentElement.closest("script, style, noscript, option, textarea")) continue;
      if (hidden(node.parentElement)) continue;
      range.selectNodeContents(node);
      yield [node, [...range.getClientRects()].filter((line) => line.width > 0.5)];
    }
  };

  const invariants = {
    nothing_is_wider_than_the_window: ({ root }) => {
      const most = width();
      const found = [];
      if (document.documentElement.scrollWidth > most) found.push(`the page is ${document.documentElement.scrollWidth} of ${most}`);
      for (const [node, lines] of pieces(root)) {
        if (node.parentElement.closest(".states")) continue; // it scrolls by itself, if need be
        if (lines.some((line) => line.left < -0.5 || line.right > most + 0.5)) found.push(told(node.parentElement));
      }
      return found;
    },
    no_text_is_cut_off: ({ root }) => {
      const found = [];
      for (const one of root.querySelectorAll("*")) {
        if (one.tagName === "foreignObject") {
          // Letters may be a little higher than their line.
          const needed = one.firstElementChild.scrollHeight - parseFloat(getComputedStyle(one).fontSize) / 4;
          if (box(one).width && needed > box(one).height) found.push(told(one));
          continue;
        }
        if (!one.clientHeight || one.matches("input, textarea, select, main *[hidden]")) continue;
        if (!/hidden|clip/.test(getComputedStyle(one).overflow) || hidden(one) || one.matches(unseen)) continue;
        if (clamped(one) && one.matches(".note-mark > .preview")) continue; // whoever points at it sees all
        if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) found.push(told(one));
      }
      for (const drawing of root.querySelectorAll("svg:is(.scale, .part-scale)")) {
        const { left, right, top } = box(drawing);
        const above = top - parseFloat(getComputedStyle(drawing).fontSize) * 0.6; // the first head
        for (const text of drawing.querySelectorAll("text, p")) {
          const at = box(text);
          if (at.width && (at.left < left - 1 || at.right > right + 1 || at.top < above)) found.push(told(text));
        }
      }
      return found;
    },
    no_word_is_broken: ({ root }) => {
      const found = [];
      const range = new Range();
      for (const [node, lines] of pieces(root)) {
        if (lines.length < 2 || node.parentElement.closest("code, .address, [href^='mailto:']")) continue;
        for (const word of node.data.matchAll(/[\p{L}\p{M}\d]{2,}/gu)) {
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const tops = [...range.getClientRects()].filter((line) => line.width > 0.5);
          if (tops.some((line) => line.top > tops[0].bottom - 2)) found.push(`${word[0]} in ${told(node.parentElement)}`);
        }
      }
      return found;
    },
    no_text_stands_on_another: ({ root }) => {
      const all = [];
      for (const [node, lines] of pieces(root)) {
        if (node.parentElement.closest(".site-header") || clamped(node.parentElement.closest("span") ?? node.parentElement)) continue;
        for (const line of lines) {
          const inset = line.height * 0.3;
          all.push([node, line.left + 1, line.right - 1, line.top + inset, line.bottom - inset]);
        }
      }
      all.sort((a, b) => a[3] - b[3]);
      const found = [];
      for (let nth = 0; nth < all.length; nth += 1) {
        const [node, left, right, , bottom] = all[nth];
        for (let next = nth + 1; next < all.length && all[next][3] < bottom; next += 1) {
          const other = all[next];
          if (other[0] !== node && other[1] < right && left < other[2]) {
            found.push(`${told(other[0].parentElement)} on ${told(node.parentElement)}`);
          }
        }
      }
      return found;
    },
    no_field_makes_a_telephone_zoom: ({ root }) =>
      [...root.querySelectorAll("input:not([type=checkbox], [type=radio]), select, textarea")]
        .filter((one) => !hidden(one) && parseFloat(getComputedStyle(one).fontSize) < 16)
        .map(told),
    what_is_opened_is_in_view: ({ opened }) => {
      if (!opened) return [];
      const { left, right, top, bottom } = box(opened);
      if (left >= -0.5 && right <= width() + 0.5 && top >= -0.5 && bottom <= innerHeight + 0.5) return [];
      return [`${told(opened)} ${[left, top, right, bottom].map(Math.round)} of ${width()}x${innerHeight}`];
    },
    what_is_opened_can_be_read: ({ opened }) => {
      if (!opened) return [];
      const style = getComputedStyle(opened);
      const over = opened.scrollHeight > opened.clientHeight + 1 || opened.scrollWidth > opened.clientWidth + 1;
      const cut = over && /hidden|clip/.test(style.overflow);
      const alpha = style.backgroundColor.match(/[\d.]+/g)[3] ?? "1";
      return cut || alpha !== "1" ? [`${told(opened)}${cut ? " is cut off" : ""}, ground ${style.backgroundColor}`] : [];
    },
    what_is_opened_covers_nothing_that_called_it: ({ opened, mark }) => {
      if (!opened || !mark) return [];
      const there = box(opened);
      const covered = [...mark.getClientRects()].some(
        (at) => at.left < there.right - 1 && there.left < at.right - 1 && at.top < there.bottom - 2 && there.top < at.bottom - 2,
      );
      return covered ? [`${told(opened)} covers ${told(mark)}`] : [];
    },
    focus_is_seen: ({ focused }) => {
      if (!focused) return [];
      const { left, top, right, bottom } = box(focused);
      const ringed = parseFloat(getComputedStyle(focused).outlineWidth) >= 2 && getComputedStyle(focused).outlineStyle !== "none";
      const x = (Math.max(left, 0) + Math.min(right, width())) / 2;
      const there = document.elementFromPoint(focused.getClientRects()[0].left + 2 || x, (focused.getClientRects()[0].top + focused.getClientRects()[0].bottom) / 2);
      const inView = bottom > 0 && top < innerHeight && there && (focused.contains(there) || there.contains(focused));
      return ringed && inView ? [] : [`${told(focused)}${ringed ? "" : " has no ring"}${inView ? "" : " is covered or out of view"}`];
    },
  };
  const ofThePage = Object.keys(invariants).slice(0, 5);
  const ofAState = Object.keys(invariants).slice(5);
  const broken = (names, seen) => names.flatMap((name) => invariants[name](seen).slice(0, 5).map((one) => `${name}: ${one}`));

  self.sweep = {
    page: (large) => {
      const names = large && innerWidth < 600 ? ofThePage.filter((name) => name !== "no_word_is_broken") : ofThePage;
      return broken(names, { root: document.body });
    },
    // What is in the opened box, and how it stands in the window.
    state: (opened, mark, focused) => [
      ...broken(ofAState, { opened, mark, focused }),
      ...(opened ? broken(ofThePage.filter((name) => !name.startsWith("no_text")), { root: opened }) : []),
    ],
  };
})();
