// Goes to the words that an address names (#p12:~:text=first words,last words) and marks them, in browsers that do not know
// such addresses; they would not even find the unit.
self.namedWords = (hash) => {
  const [id, directive] = decodeURI(hash.slice(1)).split(":~:text=");
  const unit = document.getElementById(id);
  if (!unit || directive === undefined) return null;
  const parts = hash.split(":~:text=")[1].split("&")[0].split(",").map((part) => decodeURIComponent(part));
  const prefix = parts[0].endsWith("-") && parts.length > 1 ? parts.shift().slice(0, -1) : "";
  const [start, end] = parts;
  // The text without the apparatus, white space as one space; where each of its letters stands.
  const places = [];
  let text = "";
  const walker = document.createTreeWalker(unit.closest("article") ?? unit, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.TEXT_NODE
      ? NodeFilter.FILTER_ACCEPT
      : node.matches("[data-apparatus], script")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP,
  );
  let begins = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!begins && unit.contains(node)) begins = text.length;
    for (let at = 0; at < node.length; at += 1) {
      const sign = /\s/.test(node.data[at]) ? " " : node.data[at];
      if (sign === " " && text.endsWith(" ")) continue;
      text += sign;
      places.push([node, at]);
    }
  }
  const lead = prefix ? text.indexOf(prefix, begins) + prefix.length : begins;
  const from = text.indexOf(start, lead);
  const last = end === undefined ? from : text.indexOf(end, from + start.length);
  location.replace(`#${id}`);
  if (from === -1 || last === -1) return null;
  const range = new Range();
  range.setStart(...places[from]);
  const [node, at] = places[last + (end ?? start).length - 1];
  range.setEnd(node, at + 1);
  if (self.Highlight) CSS.highlights.set("named", new Highlight(range));
  else {
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }
  range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  return range;
};
if (!document.fragmentDirective && location.hash.includes(":~:text=")) self.namedWords(location.hash);
