// The settings for reading. They are one rule of CSS, which is stored on the device and which scheme.js puts in front of
// the others before the first paint; it is for the screen, unless the reader wants it on paper too.
(() => {
  const { reading } = self;
  const { words, chosen } = reading;
  const sizes = { 1: 0.9, 2: 1, 3: 1.15, 4: 1.3, 5: 1.5 };
  const choices = {
    size: { 1: "90 %", 2: "100 %", 3: "115 %", 4: "130 %", 5: "150 %" },
    measure: { narrow: words["measure.narrow"], normal: words["measure.normal"], wide: words["measure.wide"] },
    lines: { close: words["lines.close"], normal: words["lines.normal"], loose: words["lines.loose"] },
    letters: { serif: words["letters.serif"], sans: words["letters.sans"] },
    signs: { all: words["signs.all"], notes: words["signs.notes"], none: words["signs.none"] },
  };
  const usual = { size: "2", measure: "normal", lines: "normal", letters: "serif", signs: "all" };
  const value = (name) => (choices[name][chosen[name]] ? chosen[name] : usual[name]);

  // Hidden signs keep their place, so that links to them still lead there.
  const hidden = "{position:absolute;visibility:hidden;width:0;overflow:hidden}";
  const look = () => {
    const size = sizes[value("size")];
    const root = [];
    const rules = [];
    if (size !== 1) {
      root.push(`font-size:${size * 100}%`);
      rules.push(`@media print{html body{font-size:${11 * size}pt}}`);
      // Larger letters would make rows of the bar, over what links lead to: it keeps its size.
      if (size > 1) rules.push(`.site-header{zoom:${1 / size}}`);
    }
    const measure = { narrow: "50ch", wide: "86ch" }[value("measure")];
    if (measure) root.push(`--measure:${measure}`);
    if (value("letters") === "sans") root.push("--text:var(--interface)");
    const lines = { close: 1.4, loose: 1.95 }[value("lines")];
    if (lines) rules.push(`html body,html body :is(#abstract,#keywords,#keywords-2,.other-front){line-height:${lines}}`);
    const unit = "article :is([id^=p],.headed,.other-front,[id^=abstract])";
    if (value("signs") === "notes") rules.push(`${unit} :is(.critical-mark,.page-break,.dates)${hidden}`);
    if (value("signs") === "none") rules.push(`${unit} [data-apparatus]:not(.peek,summary)${hidden}`);
    if (root.length) rules.push(`:root:root:root{${root.join(";")}}`);
    return rules.length ? `@media ${chosen.paper ? "all" : "screen"}{${rules.join("")}}` : "";
  };

  reading.apply = () => {
    const rule = look();
    chosen.version = reading.file;
    const [sheet] = document.styleSheets;
    const kept = reading.unit?.();
    const at = kept?.getBoundingClientRect().top;
    // The stored rule, or an empty one, stands first.
    if (sheet.cssRules[0].media || sheet.cssRules[0].cssText.startsWith("p {")) sheet.deleteRule(0);
    sheet.insertRule(rule || "p{}");
    if (kept) scrollBy({ top: kept.getBoundingClientRect().top - at, behavior: "instant" });
    try {
      localStorage.setItem("reading", JSON.stringify(chosen));
      if (rule) localStorage.setItem("look", rule);
      else localStorage.removeItem("look");
      if (chosen.resume === false) localStorage.removeItem("place");
    } catch {
      // Without storage, the choice lasts for this page.
    }
  };

  const group = (name) => {
    const set = document.createElement("fieldset");
    set.className = name;
    const legend = document.createElement("legend");
    legend.textContent = words[name];
    set.append(legend);
    for (const [key, said] of Object.entries(choices[name])) {
      const label = document.createElement("label");
      const input = document.createElement("input");
      Object.assign(input, { type: "radio", name, value: key, checked: value(name) === key });
      label.append(input, ` ${said}`);
      set.append(label);
    }
    return set;
  };
  const box = (name, checked) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, { type: "checkbox", name, checked });
    label.append(input, ` ${words[name]}`);
    return label;
  };
  const press = (name, work) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: words[name] });
    button.addEventListener("click", work);
    return button;
  };

  reading.panel = async () => {
    await reading.dressed;
    const form = document.createElement("form");
    const fill = () => {
      const on = [box("resume", chosen.resume !== false), box("paper", !!chosen.paper)];
      if (reading.units) on.splice(1, 0, box("keys", chosen.keys !== false));
      const stored = document.createElement("p");
      stored.textContent = words.stored;
      const foot = document.createElement("p");
      foot.className = "row";
      foot.append(
        press("reset", () => {
          // How it looks; whether keys work and a place is offered is another matter.
          for (const name of [...Object.keys(choices), "paper"]) delete chosen[name];
          reading.apply();
          fill();
          form.querySelector("button").focus();
        }),
      );
      // Only the article has these keys.
      if (reading.units) {
        const help = press("help", () => {
          form.closest("dialog").close();
          reading.help();
        });
        foot.append(help);
      }
      form.replaceChildren(...Object.keys(choices).map(group), ...on, foot, stored);
    };
    fill();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", ({ target }) => {
      chosen[target.name] = target.type === "radio" ? target.value : target.checked;
      reading.apply();
    });
    reading.box("title", form);
  };
})();
