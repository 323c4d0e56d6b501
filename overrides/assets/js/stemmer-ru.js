// The stem of a Russian word, by Snowball's published rules. The build uses Snowball itself (stemmers.py); a test compares
// the two for every word of the text.
self.stemmers ??= {};
self.stemmers.ru = (() => {
  const any = (endings) => endings.split(" ").sort((one, other) => other.length - one.length).join("|");
  // Those in the first row follow а or я, which is kept.
  const ending = (after, free) => new RegExp(`^(.*?)(?:([ая])(?:${any(after)})|(?:${any(free)}))$`);
  const gerund = ending("в вши вшись", "ив ивши ившись ыв ывши ывшись");
  const participle = ending("ем нн вш ющ щ", "ивш ывш ующ");
  const verb = ending(
    "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
    "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
  );
  const adjective = new RegExp(`(?:${any("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею")})$`);
  const noun = new RegExp(
    `(?:${any("а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я")})$`,
  );
  const without = (word, pattern) => {
    const found = word.match(pattern);
    return found && found[1] + (found[2] ?? "");
  };

  return (word) => {
    const [start] = word.match(/^.*?[аеиоуыэюя]/) ?? [word];
    let rest = word.slice(start.length);
    // The end of the second closed syllable.
    const [closed] = word.match(/^(?:.*?[аеиоуыэюя][^аеиоуыэюя]){2}/) ?? [word];

    const done = without(rest, gerund);
    if (done !== null) rest = done;
    else {
      rest = rest.replace(/с[ья]$/, "");
      const bare = rest.replace(adjective, "");
      if (bare !== rest) rest = without(bare, participle) ?? bare;
      else rest = without(rest, verb) ?? rest.replace(noun, "");
    }
    rest = rest.replace(/и$/, "");
    const [derived] = rest.match(/ость?$/) ?? [""];
    if (derived && start.length + rest.length - derived.length >= closed.length) rest = rest.slice(0, -derived.length);
    if (rest.endsWith("нн")) rest = rest.slice(0, -1);
    else if (/ейше?$/.test(rest)) rest = rest.replace(/ейше?$/, "").replace(/нн$/, "н");
    else rest = rest.replace(/ь$/, "");
    return start + rest;
  };
})();
