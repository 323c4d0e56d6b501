// The search engine for one language; hits are sorted by relevance. Its parts are in postings.js, letters.js,
// vocabulary.js, query.js and ranking.js.
self.finder = (index, stemmer) => {
  const UNSURE = 0.5; // if even the best score is lower, there are only approximate matches
  const letters = self.letters(index.letters);
  const language = index.suffixes ? self.suffixes(index.suffixes, letters) : stemmer;
  const wordsOf = (text) => self.words.all(text, index.months, language.without);
  const postings = self.postings(index.texts);

  // Keys that mean the same number: fourth, 4 and four.
  const { ordinals, cardinals = [] } = index.questions;
  const numbers = new Map();
  for (const number of Array(Math.max(ordinals.length, cardinals.length)).keys()) {
    const same = [`${number + 1}`, ...[ordinals[number], cardinals[number]].filter(Boolean).map(language.key)];
    for (const one of same) numbers.set(one, same);
  }
  const vocabulary = self.vocabulary(new Set(postings.forms.keys()), language, letters, numbers);
  const read = self.query(vocabulary, wordsOf, index.questions, index.terms);
  const rank = self.ranking(postings, vocabulary, (word) => numbers.has(vocabulary.key(word)));

  // The share of the words of a query that are in the text or the glossary.
  const certain = (items) =>
    items.reduce((sum, { word, known }) => sum + (vocabulary.meant(word).direct ? 1 : known?.size ? 0.9 : 0), 0) / (items.length || 1);
  // The query that was searched for, if it is not the one that was typed.
  const said = (items, changed) => {
    const slips = items.map(({ word, start, known }) => {
      const { sure, slip } = vocabulary.meant(word);
      if (!slip || start || [...(known?.values() ?? [])].some(({ exact }) => exact)) return "";
      return [...sure.keys()].sort((one, other) => postings.often(other) - postings.often(one))[0];
    });
    return changed || slips.some(Boolean) ? items.map(({ word }, at) => slips[at] || word).join(" ") : "";
  };

  const find = (query) => {
    let items = read(query);
    let changed = false;
    if (!certain(items) && items.some(({ word }) => /\p{L}/u.test(word))) {
      for (const other of letters.keyboards(query).map(read)) {
        if (certain(other) > certain(items)) [items, changed] = [other, true];
      }
    }
    let found = rank(items);
    if (!found.hits.length && items.some(({ quoted }) => quoted)) found = rank(items.map((item) => ({ ...item, quoted: false })));
    return { hits: found.hits, forms: found.forms, meant: said(items, changed), unsure: found.best < UNSURE };
  };

  // The start and end of every word in a text that is one of these forms.
  const places = (text, wanted) =>
    [...text.matchAll(self.words.WORD)]
      .filter(([word]) => wanted.has(self.words.one(word)))
      .map(({ 0: word, index: start }) => [start, start + word.length]);

  return {
    find,
    places,
    keysOf: (text) => wordsOf(text).map(language.key),
    begins: (word, start) => vocabulary.begins(self.words.one(word), self.words.one(start)),
  };
};
