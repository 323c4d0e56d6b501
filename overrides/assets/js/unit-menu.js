// The menu at a number. With it the number is a link to its own unit, and pressing it opens the menu; without it the
// number leads to the card, which offers the same. The citations are taken from the card, fetched once.
// Its own style sheet comes when the reader turns to a number. Others that add to the menu are given it.
self.unitMenu = (() => {
  const menu = document.getElementById("unit-menu");
  if (!menu?.showPopover || !location.protocol.startsWith("http")) return null;
  menu.hidden = false; // where there are no popovers, it would stand below the article
  const { fill, text, html, copy } = self.citations;
  const language = document.documentElement.lang;
  const select = menu.querySelector("select");
  const status = menu.querySelector("[role=status]");
  const byHand = menu.querySelector("textarea");
  let open; // the number whose menu is open: { number, unit, card }

  for (const number of document.querySelectorAll("a.number")) {
    const unit = number.closest(".headed")?.querySelector("[id]") ?? number.closest("[id]");
    number.dataset.card = number.href;
    number.href = `#${unit.id}`;
    number.setAttribute("aria-haspopup", "dialog");
  }

  const remembered = (style) => {
    try {
      if (style) localStorage.setItem("citation-style", style);
      return localStorage.getItem("citation-style");
    } catch {
      return null; // where nothing may be stored, the choice holds for this page
    }
  };
  if ([...select.options].some((option) => option.value === remembered())) select.value = remembered();
  select.addEventListener("change", () => remembered(select.value));

  // Settled when the style sheet is there, or cannot be had.
  const styles = document.querySelector("link[data-menu]");
  let styled;
  const dress = () => {
    styled ??= new Promise((done) => {
      if (styles.sheet) done(); // something else has asked for it
      styles.addEventListener("load", done);
      styles.addEventListener("error", done);
      styles.disabled = false;
    });
    return styled;
  };
  for (const type of ["pointerover", "focusin"]) {
    document.addEventListener(type, (event) => event.target.closest?.("a.number") && dress());
  }

  const words = (unit) => {
    const bare = unit.cloneNode(true);
    for (const apparatus of bare.querySelectorAll("[data-apparatus]")) apparatus.remove();
    return bare.textContent.replace(/\s+/g, " ").trim();
  };

  const list = (kind, links) => {
    const box = menu.querySelector(`[data-related=${kind}]`);
    box.hidden = links.length === 0;
    box.querySelector("ul").replaceChildren(
      ...links.map(([href, name]) => {
        const link = document.createElement("a");
        link.href = href;
        link.textContent = name;
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
  };
  // A note that is cited twice stands in the list once.
  const named = (links) => [...new Map([...links].map((link) => [link.href, link.getAttribute("aria-label")]))];

  const show = async (number) => {
    const unit = document.querySelector(number.hash);
    open = { number, unit, card: number.dataset.card };
    const heading = /^H\d$/.test(unit.tagName);
    menu.querySelector("#unit-menu-title").textContent = heading ? words(unit) : menu.dataset.unit.replace("{number}", number.textContent);
    for (const link of menu.querySelectorAll("[data-language], [data-parallel]")) link.hash = unit.id;
    // Side by side stand the units of the author; a heading is the same in every language's contents.
    menu.querySelector("[data-parallel]").parentElement.hidden = unit.classList.contains("by-edition");
    menu.querySelector("[data-peeks]").hidden = heading;
    list("parts", [...unit.querySelectorAll("span[id]")].filter((part) => /^p\d+[a-z]?-\d+$/.test(part.id)).map((part) => [`#${part.id}`, part.id.slice(1)]));
    const critical = unit.querySelector(".critical-mark") ? [[`${menu.dataset.critical}#notes-${unit.id}`, menu.dataset.criticalName]] : [];
    list("notes", [...named(unit.querySelectorAll(".note-mark > a")), ...critical]);
    // What they are called, the card knows.
    list("events", [...unit.querySelectorAll(".dates a")].map((link) => [link.href, link.textContent]));
    list("formats", []);
    menu.querySelector("[data-card]").href = open.card;
    const report = menu.querySelector("[data-report]"); // there if the edition has a contact
    if (report) report.href = open.card;
    status.textContent = "";
    byHand.hidden = true;
    const { card } = open;
    self.fetched(card).then((page) => {
      if (open.card !== card) return;
      const links = (selector) => [...page.getElementById(language).querySelectorAll(selector)].map((link) => [new URL(link.getAttribute("href"), card), link.textContent]);
      if (report) report.href = page.getElementById(language).querySelector("[data-report]").href;
      list("events", links(".events a"));
      list("formats", links("[data-formats] a"));
      if (menu.matches(":popover-open")) place();
    }).catch(() => {}); // whoever copies will be told
    number.focus({ preventScroll: true });
    number.setAttribute("aria-expanded", "true");
    unit.dataset.citing = "";
    await dress();
    if (open.number !== number) return;
    menu.showPopover({ source: number });
    place();
    menu.querySelector("[data-copy]").focus({ preventScroll: true });
  };

  // On the side of the number where there is more room, and never over it. On a phone the style sheet puts the menu at
  // the foot of the window, and the number is brought above it.
  const place = () => {
    const at = open.number.getBoundingClientRect();
    const below = innerHeight - at.bottom - 14;
    const above = at.top - 14;
    menu.style.setProperty("--room", "34rem");
    const down = menu.offsetHeight <= below || below >= above;
    menu.style.setProperty("--room", `${Math.max(down ? below : above, 160)}px`);
    const { offsetWidth: width, offsetHeight: height } = menu;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    menu.style.setProperty("--left", `${left + scrollX}px`);
    menu.style.setProperty("--top", `${(down ? at.bottom + 6 : at.top - height - 6) + scrollY}px`);
    if (getComputedStyle(menu).position === "fixed") {
      const hidden = at.bottom - menu.getBoundingClientRect().top + 60;
      if (hidden > 0) scrollBy(0, Math.min(hidden, at.top - 16));
    }
  };

  menu.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed") return;
    open.number.removeAttribute("aria-expanded");
    delete open.unit.dataset.citing;
  });
  // Whoever goes on from the menu with the keyboard leaves it closed.
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.hidePopover();
  });

  const contents = {
    address: async () => {
      const address = new URL(open.number.hash, location.href).href;
      return { text: address, html: address };
    },
    citation: async () => {
      const { card } = open;
      const citation = (await self.fetched(card)).getElementById(language).querySelector(`[data-style="${select.value}"]`);
      fill(citation, card);
      return { text: text(citation), html: html(citation) };
    },
    // From the card too: a browser may have translated the page.
    words: async () => {
      const said = words((await self.fetched(open.card)).getElementById(language).querySelector(".words"));
      const citation = await contents.citation();
      const box = document.createElement("p");
      box.textContent = said;
      return { text: `${said}\n\n${citation.text}`, html: `${box.outerHTML}<p>${citation.html}</p>` };
    },
  };

  menu.addEventListener("click", async (event) => {
    if (event.target.closest("a")) menu.hidePopover();
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const content = contents[button.dataset.copy]();
    byHand.hidden = true;
    status.textContent = "";
    try {
      await copy(content);
      status.textContent = status.dataset.copied;
    } catch {
      const found = await content.catch(() => null);
      status.textContent = found ? status.dataset.notCopied : status.dataset.unreachable;
      if (!found) return;
      // No clipboard (a site without https), or not allowed: the reader copies.
      byHand.value = found.text;
      byHand.hidden = false;
      byHand.select();
    }
  });

  let wasOpen = false;
  document.addEventListener("pointerdown", (event) => {
    wasOpen = menu.matches(":popover-open") && event.target.closest?.("a.number") === open.number;
  }, true);
  document.addEventListener("click", (event) => {
    const number = event.target.closest?.("a.number");
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (wasOpen) menu.hidePopover();
    else show(number);
    wasOpen = false;
  });
  return { menu };
})();
