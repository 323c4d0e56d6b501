// Matches words in spite of different alphabets, keyboard layouts and typing errors. The tables are in letters.yml.
self.letters = ({ folded: fold, latin: roman, told_by_latin: lost, layouts }) => {
  const replacer = (pairs) => {
    const pattern = new RegExp(Object.keys(pairs).sort((one, other) => other.length - one.length).join("|"), "g");
    return (word) => word.replace(pattern, (found) => pairs[found]);
  };
  const [folding, romanizing, losing] = [fold, roman, lost].map(replacer);
  const folded = (word) => folding(word);
  const told = (word) => losing(losing(folded(word)));
  // Diacritics on Latin letters that are not in the table are removed.
  const latin = (word) => told(romanizing(word).normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
  const isLatin = (word) => /[a-z]/.test(word);
  // The common form of a word in any alphabet, without double letters.
  const skeleton = (word) => (word.length < 5 ? latin(word) : latin(word).replace(/(.)\1+/g, "$1"));

  // The number of insertions, deletions, substitutions and transpositions between two words; `most` + 1 if there are more.
  const distance = (one, other, most) => {
    // Two errors in the first two letters are unlikely.
    const begins = one[0] === other[0] || one[1] === other[1] || one[0] === other[1] || one[1] === other[0];
    if (!begins || Math.abs(one.length - other.length) > most) return most + 1;
    let [before, row] = [[], [...Array(other.length + 1).keys()]];
    for (let at = 1; at <= one.length; at++) {
      const next = [at];
      let least = at;
      for (let to = 1; to <= other.length; to++) {
        // Far from the diagonal, there would be too many insertions.
        if (Math.abs(at - to) > most) {
          next.push(most + 1);
          continue;
        }
        const same = one[at - 1] === other[to - 1];
        let steps = same ? row[to - 1] : Math.min(row[to], next[to - 1], row[to - 1]) + 1;
        if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) steps = Math.min(steps, before[to - 2] + 1);
        next.push(steps);
        if (steps < least) least = steps;
      }
      if (least > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[other.length];
  };

  // The query as typed with another keyboard layout.
  const keyboards = (query) => {
    const typed = [...query.toLowerCase()];
    const found = new Set();
    for (const from of layouts) {
      if (!typed.every((letter) => from.includes(letter) || /\s/.test(letter))) continue;
      for (const to of layouts) {
        if (to !== from) found.add(typed.map((letter) => (from.includes(letter) ? to[from.indexOf(letter)] : letter)).join(""));
      }
    }
    found.delete(typed.join(""));
    return [...found];
  };

  // The similarity of two words: the share of trigrams that they have in common.
  const cut = new Map();
  const pieces = (word) => {
    if (!cut.has(word)) {
      const found = new Set();
      for (let at = 0, all = `  ${word} `; at + 3 <= all.length; at++) found.add(all.slice(at, at + 3));
      cut.set(word, found);
    }
    return cut.get(word);
  };
  const alike = (one, other) => {
    const [first, second] = [pieces(one), pieces(other)];
    let shared = 0;
    for (const piece of first) if (second.has(piece)) shared++;
    return (2 * shared) / (first.size + second.size);
  };

  return { folded, told, latin, isLatin, skeleton, distance, keyboards, alike };
};
