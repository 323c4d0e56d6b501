// The stem of an English word, by Porter's rules of 1980. The build uses Snowball (stemmers.py); a test compares the two
// for every word of the text.
self.stemmers ??= {};
self.stemmers.en = (() => {
  const C = "[^aeiou][^aeiouy]*";
  const V = "[aeiouy][aeiou]*";
  const some = new RegExp(`^(?:${C})?${V}${C}`);
  const more = new RegExp(`^(?:${C})?(?:${V}${C}){2}`);
  const once = new RegExp(`^(?:${C})?${V}${C}(?:${V})?$`);
  const vowel = new RegExp(`^(?:${C})?[aeiouy]`);
  const short = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);
  const second = {
    ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", abli: "able", alli: "al", entli: "ent", eli: "e", ousli: "ous", ization: "ize",
    ation: "ate", ator: "ate", alism: "al", iveness: "ive", fulness: "ful", ousness: "ous", aliti: "al", iviti: "ive", biliti: "ble",
  };
  const third = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" };
  const fourth = /^(.+?)(ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ou|([st])ion)$/;
  const either = (endings) => new RegExp(`^(.+?)(${Object.keys(endings).join("|")})$`);
  const [isSecond, isThird] = [second, third].map(either);

  return (given) => {
    if (given.length < 3) return given;
    let word = given.replace(/^y/, "Y");
    if (/(?:ss|i)es$/.test(word)) word = word.slice(0, -2);
    else if (/[^s]s$/.test(word)) word = word.slice(0, -1);

    const [, before, ending] = word.match(/^(.+?)(eed|ed|ing)$/) ?? [];
    if (ending === "eed") {
      if (some.test(before)) word = word.slice(0, -1);
    } else if (ending && vowel.test(before)) {
      word = before;
      if (/(?:at|bl|iz)$/.test(word)) word += "e";
      else if (/([^aeiouylsz])\1$/.test(word)) word = word.slice(0, -1);
      else if (short.test(word)) word += "e";
    }
    if (word.endsWith("y") && vowel.test(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;

    for (const [pattern, endings] of [[isSecond, second], [isThird, third]]) {
      const [, stem, found] = word.match(pattern) ?? [];
      if (stem && some.test(stem)) word = stem + endings[found];
    }
    const [, rest, , ion] = word.match(fourth) ?? [];
    if (rest && more.test(rest + (ion ?? ""))) word = rest + (ion ?? "");

    if (word.endsWith("e")) {
      const stem = word.slice(0, -1);
      if (more.test(stem) || (once.test(stem) && !short.test(stem))) word = stem;
    }
    if (word.endsWith("ll") && more.test(word)) word = word.slice(0, -1);
    return word.replace(/^Y/, "y");
  };
})();
