// The keys of words by a table of suffixes, for agglutinative languages. suffixes.py does the same at build time, with the
// same table; a test compares the two for every word of the text. Words of a query may also be typed on a Russian
// keyboard or in Latin letters.
self.suffixes = (table, { folded, latin, told, isLatin }) => {
  const THIRD = "third";
  const EITHER = "either";
  const { letters, harmony, elided } = table;
  const [whole, roots] = [new Set(table.whole), new Set(table.roots)];
  const layers = table.layers.map(({ suffixes }) =>
    suffixes
      .flatMap(({ take, after }) =>
        take.map((suffix) => [suffix, after[0] === THIRD ? THIRD : after.map((kind) => letters[kind]).join("")]),
      )
      .sort(([one], [other]) => other.length - one.length),
  );

  const last = (text) => text[text.length - 1];
  const isWhole = (word) => whole.has(word) || table.whole_ends.some((end) => word.endsWith(end));
  const isStem = (rest) => rest.length >= table.shortest || roots.has(rest);
  const rows = new Map(Object.entries(harmony).flatMap(([name, vowels]) => [...vowels].map((vowel) => [vowel, name])));
  const row = (text) => rows.get([...text].reverse().find((letter) => rows.has(letter))) ?? EITHER;
  const agrees = (rest, suffix) =>
    row(rest) === row(suffix) ||
    row(rest) === EITHER ||
    row(suffix) === EITHER ||
    table.invariable.includes(suffix) ||
    table.borrowed.some((end) => rest.endsWith(end));
  const fits = (word, [suffix, after]) => {
    if (!word.endsWith(suffix)) return false;
    const rest = word.slice(0, -suffix.length);
    if (!isStem(rest) || !agrees(rest, suffix)) return false;
    if (after !== THIRD) return after.includes(last(rest));
    // The possessive must itself have a stem before it: орында is орын and да, not оры and нда.
    return table.third.some((third) => rest.endsWith(third) && isStem(rest.slice(0, -third.length)));
  };
  const finished = (given) => {
    let word = given;
    const before = () => word[word.length - 2];
    const isDoubtful = () => table.doubtful[last(word)]?.includes(before());
    const isHigh = () => elided.includes(last(word)) && !letters.vowel.includes(before());
    for (const may of [isHigh, isDoubtful, isHigh]) {
      if (isWhole(word)) return word;
      if (word.length > 3 && may()) word = word.slice(0, -1);
    }
    word = word.slice(0, -1) + (table.at_the_end[last(word)] ?? last(word) ?? "");
    const [third, second, end] = word.slice(-3);
    const closed = elided.includes(second) && !letters.vowel.includes(end) && !letters.vowel.includes(third);
    return word.length > 3 && closed ? word.slice(0, -2) + end : word;
  };
  // A word, and the rest of it after each layer.
  const chain = (given) => {
    const stems = [given];
    for (const layer of layers) {
      const word = last(stems);
      if (isWhole(word)) continue;
      // Strip the shortest suffix that leaves a whole word, or else the longest one: құрылыс-ы, not құрылы-сы.
      const rests = layer.filter((suffix) => fits(word, suffix)).map(([suffix]) => word.slice(0, -suffix.length));
      if (rests.length) stems.push(rests.filter(isWhole).pop() ?? rests[0]);
    }
    return stems;
  };
  const key = (word) => finished(last(chain(word)));
  // The keys of words whose own ending was taken for a suffix, here or in the text: төраға, төрағаның.
  const doubted = (word) => chain(word).flatMap((stem) => [finished(stem), key(stem)]);

  // The keys that a word may have when its letters tell less than they should: those with the longest stem. Since `less`
  // leaves open what a high vowel was, a stem is tried with and without those that a key would have lost.
  const near = (less) => {
    // What ұ and ү are typed as, у, may also be no vowel (ауыл).
    const vowel = [...less(letters.vowel)].filter((letter) => letters.vowel.includes(letter)).join("");
    const high = less(elided);
    const behind = new RegExp(`(..[^${vowel}])[${high}]$`);
    const before = new RegExp(`(.[^${vowel}])[${high}]([^${vowel}])$`);
    const voiceless = Object.fromEntries(Object.entries(table.at_the_end).map((pair) => pair.map(less)));
    const doubtful = new RegExp(
      Object.entries(table.doubtful).map(([letter, preceding]) => `(?:(..[${less(preceding)}])${letter})`).join("|") + "$",
    );
    const shortened = (word, ending) => word.replace(ending, (_, ...parts) => parts.filter((part) => typeof part === "string" && part !== word).join(""));
    const without = (all, ending) => all.flatMap((one) => [one, shortened(one, ending)]);
    const finishes = (stem) =>
      without(
        [behind, doubtful, behind].reduce(without, [stem]).map((one) => one.replace(/.$/, (letter) => voiceless[letter] ?? letter)),
        before,
      );
    // Likeness and degree go only behind the right letters, since words end so of themselves (құрылтай). Case goes once
    // more: the stem's own end may have been taken for it in the text (жергілікті).
    const [first, ...others] = layers;
    const strict = first.map(([suffix, after]) => [less(suffix), less(after === THIRD ? elided : after)]);
    const [cases, ...inner] = others.map((layer) => layer.map(([suffix]) => suffix));
    const endings = [table.rare, cases, table.rare, ...inner, cases].map((all) => [...new Set(all.map(less))]);
    const cached = new Map();
    const form = (one) => cached.get(one) ?? cached.set(one, less(one)).get(one);
    return (word, keys) => {
      const stems = new Set([word]);
      for (const [suffix, after] of strict) {
        const stem = word.slice(0, -suffix.length);
        if (word.endsWith(suffix) && stem && after.includes(last(stem))) stems.add(stem);
      }
      for (const layer of endings) {
        for (const stem of [...stems]) {
          for (const suffix of layer) if (stem.endsWith(suffix) && stem.length > suffix.length + 1) stems.add(stem.slice(0, -suffix.length));
        }
      }
      // Whole words are never ambiguous.
      const firm = keys.filter((one) => isWhole(one) && stems.has(form(one)));
      if (firm.length) return firm;
      const shortestFirst = [...stems].sort((one, other) => one.length - other.length);
      const lengths = new Map(shortestFirst.flatMap((stem) => finishes(stem).map((one) => [one, stem.length])));
      const found = keys.map((one) => [one, lengths.get(form(one)) ?? 0]);
      const most = Math.max(1, ...found.map(([, length]) => length));
      return found.filter(([, length]) => length === most).map(([one]) => one);
    };
  };
  const [byAll, byFolded, byTold] = [(text) => text, folded, told].map(near);

  const longestFirst = layers.flat().flatMap(([suffix]) => [suffix, folded(suffix)]).sort((one, other) => other.length - one.length).join("|");
  const ending = new RegExp(`([\\p{L}\\p{N}])-(?:${longestFirst}){1,3}(?![\\p{L}\\p{N}])`, "gu");

  // The verb without tense, negation and voice.
  const shorter = (stem, endings) => {
    const found = endings.filter((one) => stem.endsWith(one) && stem.length >= one.length + table.shortest);
    return found.length ? stem.slice(0, -Math.max(...found.map((one) => one.length))) : stem;
  };
  const verb = (word) => {
    const [tenses, ...further] = table.verbal;
    const stem = shorter(word, tenses);
    return further.reduce(shorter, stem === word ? shorter(last(chain(word)), tenses) : stem);
  };

  // The common form of a word without its high vowels, one of which may be missing from the key.
  const [first, high] = [/^./, new RegExp(`[${told(elided)}]`, "g")];

  return {
    key,
    verb,
    frame: (one) => (one.match(first)?.[0] ?? "") + one.slice(1).replace(high, ""),
    // A text without the endings after hyphens of abbreviations and numbers, which are not words: -дағы in ҚР-дағы.
    without: (text) => text.replace(ending, "$1"),
    // The existing keys that a word may have besides its own: `written` if it has a rare suffix; `otherwise` if it was
    // typed on a Russian keyboard or in Latin letters, or has a homonym.
    others: (word, keys) => {
      if (isLatin(word)) return { written: [], otherwise: byTold(latin(word), keys) };
      const possible = new Set(doubted(word));
      const written = keys.filter((one) => possible.has(one));
      const homonym = table.homonyms[word] ? [key(table.homonyms[word])] : [];
      if (folded(word) === word) return { written, otherwise: [...homonym, ...byFolded(word, keys)] };
      return { written: written.length ? written : byAll(word, keys), otherwise: homonym };
    },
  };
};
