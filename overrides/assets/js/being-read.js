// What is being read: the paragraph at the top of the window, below the bar; and its section, which the contents show.
(() => {
  const { reading } = self;
  reading.units = [...document.querySelectorAll("article :is(p, li)[id^=p]")].filter((one) => /^p\d/.test(one.id));
  reading.line = () => {
    const bar = document.querySelector(".site-header");
    return (getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0) + 30;
  };
  reading.unit = () => {
    const line = reading.line();
    return scrollY ? reading.units.find((one) => one.getBoundingClientRect().bottom > line) : undefined;
  };
  const links = [...document.querySelectorAll(":is(.contents, .contents-small) a")];
  let waiting = false;
  const mark = () => {
    waiting = false;
    const line = reading.line();
    let now = "";
    for (const { hash } of links) {
      const there = document.querySelector(hash)?.getBoundingClientRect();
      if (there && there.top <= line + 1) now = hash;
      else break;
    }
    for (const link of links) {
      if (link.hash !== now) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "location");
        const list = link.closest(".contents");
        if (list && list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
      }
    }
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  for (const type of ["scroll", "resize"]) addEventListener(type, soon, { passive: true });
  soon();
})();
