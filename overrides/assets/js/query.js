// Parses a query: drops question words, finds words that belong together, and recognises names from the glossary.
self.query = (vocabulary, wordsOf, questions, terms) => {
  const MOST = 64; // words of a query that are used
  const PART = 3; // letters that a part of a compound has at least
  const { skeleton, key } = vocabulary;
  const [empty, year] = [questions.empty, questions.year].map((words) => new Set(words));
  const isYear = (word) => /^\d{4}$/.test(word ?? "");

  // Words in quotation marks or joined by hyphens belong together; the parts of a date may be apart.
  const read = (text) => {
    const words = [];
    for (const part of text.match(/["«“„][^"»”“]*["»”“]|\S+/g) ?? []) {
      const quoted = /^["«“„]/.test(part);
      const joined = quoted || /[\p{L}\p{N}]-[\p{L}]/u.test(part);
      for (const [at, word] of wordsOf(part).entries()) words.push({ word, quoted, joined: joined && at > 0 });
      if (words.length >= MOST) break;
    }
    return words.slice(0, MOST);
  };
  const telling = (words) => {
    const left = words.filter(
      ({ word, quoted }, at) =>
        quoted || !(empty.has(word) || (year.has(word) && (isYear(words[at - 1]?.word) || isYear(words[at + 1]?.word)))),
    );
    const seen = new Set();
    return (left.length ? left : words).filter(({ word, quoted, joined }) => quoted || joined || (!seen.has(word) && seen.add(word)));
  };
  // One word typed as two (Чингиз хан), and two words typed as one (КазССР).
  const joined = (words) => {
    const found = [];
    for (let at = 0; at < words.length; at++) {
      const [one, next] = [words[at], words[at + 1]];
      const both = next && !one.quoted && one.word + next.word;
      if (both && !(vocabulary.meant(one.word).direct && vocabulary.meant(next.word).direct) && !/\d/.test(both)) {
        const { direct, slip } = vocabulary.meant(both);
        if (direct || slip) {
          found.push({ word: both });
          at++;
          continue;
        }
      }
      found.push(one);
    }
    return found;
  };
  const divided = (word) => {
    if (vocabulary.meant(word).direct || word.length < 2 * PART) return undefined;
    for (let at = PART; at <= word.length - PART; at++) {
      const [start, rest] = [word.slice(0, at), word.slice(at)];
      if (vocabulary.has(rest) && vocabulary.starts(start).length) return [{ word: start, start: true }, { word: rest }];
    }
    return undefined;
  };

  // The names of glossary entries as sequences of keys; names in other languages and alphabets, of skeletons.
  const names = terms.flatMap(([own, others, mentions], id) => {
    const units = mentions.split(" ").map((unit) => `index#${unit}`);
    const marked = own.flatMap((text) => wordsOf(text).map(key));
    return [...own, ...others].flatMap((text) => {
      const typed = telling(read(text.replace(/["«“„»”]/g, ""))).map(({ word }) => word);
      return [key, skeleton].map((how) => ({ id, row: typed.map(how), units, marked, how })).filter(({ row }) => row.join("").length > 1);
    });
  });
  const byStart = new Map();
  for (const name of names) (byStart.get(name.row[0]) ?? byStart.set(name.row[0], []).get(name.row[0])).push(name);
  // Names often differ by one letter.
  const same = (one, other) =>
    one === other || (other.length > 5 && vocabulary.apart(one, other, 1) < 2);
  // The glossary entries whose names are in the query; for each word, the units that mention them.
  const told = (words) => {
    const found = words.map(() => new Map());
    for (let at = 0; at < words.length; at++) {
      const first = [key(words[at].word), skeleton(words[at].word)];
      const fitting = new Set(
        vocabulary.meant(words[at].word).direct
          ? first.flatMap((one) => byStart.get(one) ?? [])
          : [...byStart].flatMap(([start, all]) => (first.some((one) => same(one, start)) ? all : [])),
      );
      for (const { id, row, units, marked, how } of fitting) {
        if (!row.every((one, step) => words[at + step] && same(how(words[at + step].word), one))) continue;
        const whole = row.length === words.length;
        for (let step = 0; step < row.length; step++) {
          const entries = found[at + step];
          if (!entries.get(id)?.whole) entries.set(id, { units, marked, whole, exact: how(words[at + step].word) === row[step] });
        }
      }
    }
    return found;
  };

  return (text) => {
    const words = joined(telling(read(text)));
    const known = told(words);
    return words.flatMap((one, at) => {
      const parts = known[at].size || one.quoted ? undefined : divided(one.word);
      return parts ?? [{ ...one, known: known[at] }];
    });
  };
};
