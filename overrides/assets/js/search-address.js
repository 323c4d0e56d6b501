// The address of a search. It is updated shortly after typing; a query that was submitted or opened stays in the history.
// The links to the other languages include the query.
self.searchAddress = ({ form, read }) => {
  const LATER = 400; // milliseconds after the last keystroke
  const { q: field, all, order } = form.elements;
  // Whether Back should lead to the current history entry.
  let kept = false;
  let later;

  const address = () => {
    const there = new URL(location.href);
    there.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    return there;
  };
  const told = () => {
    const query = field.value.trim();
    document.title = document.title.replace(/^(.*? · )?/, query ? `${query.slice(0, 60)} · ` : "");
    for (const link of document.querySelectorAll("a[data-switch]")) {
      const there = new URL(link.href);
      there.search = address().search;
      link.href = there.href;
    }
  };
  const store = () => {
    clearTimeout(later);
    try {
      if (address().href !== location.href) {
        history[kept ? "pushState" : "replaceState"](null, "", address());
        kept = false;
      }
    } catch {
      // Some browsers limit how often this may be done.
    }
    told();
  };

  const arrived = () => {
    clearTimeout(later);
    const given = new URLSearchParams(location.search);
    field.value = given.get("q") ?? "";
    all.checked = given.has("all");
    order.value = given.get("order") === "text" ? "text" : "";
    kept = true;
    told();
    read();
  };
  addEventListener("popstate", arrived);
  // When a page that was kept as it stood comes back, WebKit empties the fields that it must not complete.
  addEventListener("pagehide", () => (field.autocomplete = "on"));
  addEventListener("pageshow", () => (field.autocomplete = "off"));
  return {
    arrived,
    typed: () => {
      clearTimeout(later);
      later = setTimeout(store, LATER);
      told();
    },
    sent: () => {
      store();
      kept = true;
    },
  };
};
