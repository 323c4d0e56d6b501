// The keys of the article, told in a box of their own.
self.reading.help = async () => {
  const { reading } = self;
  await reading.dressed;
  const { words } = reading;
  const list = document.createElement("dl");
  const rows = { "help.next": "J · Alt + ↓", "help.previous": "K · Alt + ↑", "help.help": "?", "help.number": "Enter", "help.print": "Ctrl + P", "help.close": "Esc" };
  for (const [name, keys] of Object.entries(rows)) {
    const row = document.createElement("div");
    const key = document.createElement("dt");
    const said = document.createElement("dd");
    key.textContent = keys;
    said.textContent = words[name];
    row.append(key, said);
    list.append(row);
  }
  const hint = document.createElement("p");
  hint.textContent = words["help.field"];
  reading.box("help", list, hint);
};
