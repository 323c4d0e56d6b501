// What is found for a query in one language: lunr keeps the index and finds the keys of words; which keys a word of the
// query means, what is a phrase, and where the words stand in a text, is said here.
self.finder = (index, stemmer, more = {}) => {
  const MOST = 64; // words of a query that are looked for
  const language = index.suffixes ? self.suffixes(index.suffixes) : stemmer;
  const known = new Map();
  const key = (word) => known.get(word) ?? known.set(word, language.key(word)).get(word);
  const wordsOf = (text) => self.words.all(text, index.months, language.endings);
  const keysOf = (text) => wordsOf(text).map(key);

  const builder = new lunr.Builder();
  builder.ref("ref");
  builder.field("keys");
  builder.metadataWhitelist = ["index"];
  const order = new Map();
  const add = (page, id, keys) => {
    order.set(`${page}#${id}`, order.size);
    builder.add({ ref: `${page}#${id}`, keys });
  };
  for (const [page, texts] of Object.entries(index.texts)) for (const [id, keys] of Object.entries(texts)) add(page, id, keys);
  for (const [page, texts] of Object.entries(more)) for (const [id, text] of Object.entries(texts)) add(page, id, keysOf(text).join(" "));
  const engine = builder.build();
  const keys = Object.keys(engine.invertedIndex);

  // What a word may mean: keys, each with its rank. 0 is the word itself, 1 the same in other letters, 2 a beginning.
  const meant = (word) => {
    const found = new Map();
    const own = key(word);
    const { written, otherwise } = language.others(word, keys);
    for (const one of otherwise) found.set(one, 1);
    for (const one of [own, ...written]) if (own in engine.invertedIndex || one !== own) found.set(one, 0);
    if (!found.size) for (const one of keys) if (language.begins(one, word)) found.set(one, 2);
    return found;
  };

  // The words of a query. What stands in quotation marks or is joined by hyphens belongs together; the parts of a date
  // in figures may stand apart.
  const read = (query) => {
    const words = [];
    for (const part of query.match(/["«“„][^"»”“]*["»”“]|\S+/g) ?? []) {
      const joined = /^["«“„]|[\p{L}\p{N}]-[\p{L}]/u.test(part);
      for (const [at, word] of wordsOf(part).entries()) words.push({ word, joined: joined && at > 0 });
    }
    return words.slice(0, MOST);
  };

  // Where a word of the query stands in each text: its places by the number of the word, and the best of its ranks.
  const occurrences = (alternatives) => {
    const texts = new Map();
    const results = engine.query((query) => {
      for (const one of alternatives.keys()) query.term(one, { usePipeline: false });
    });
    for (const { ref, matchData } of alternatives.size ? results : []) {
      const at = new Map();
      for (const [one, { keys: { index: places } }] of Object.entries(matchData.metadata)) {
        for (const place of places) at.set(place, alternatives.get(one));
      }
      texts.set(ref, { at, rank: Math.min(...at.values()) });
    }
    return texts;
  };

  // The texts that have all words of a query, in the order of the edition; `phrase`, if they follow each other there.
  // Where there is none, and the query is long, those that have most of its words.
  const find = (query) => {
    const words = read(query);
    const meanings = words.map(({ word }) => meant(word));
    const found = meanings.map(occurrences);
    const groups = [];
    for (const [at, { joined }] of words.entries()) {
      if (joined) groups.at(-1)[1] = at + 1;
      else groups.push([at, at + 1]);
    }
    const hits = [];
    let most = words.length;
    for (const ref of new Set(found.flatMap((texts) => [...texts.keys()]))) {
      const all = found.map((texts) => texts.get(ref));
      const together = (from, to) =>
        all[from] && [...all[from].at.keys()].some((start) => all.slice(from, to).every((one, step) => one?.at.has(start + step)));
      const there = groups.filter(([from, to]) => together(from, to)).reduce((sum, [from, to]) => sum + to - from, 0);
      hits.push({
        ref,
        there,
        phrase: words.length > 1 && together(0, words.length),
        rank: Math.max(...all.map((one) => one?.rank ?? 0)),
      });
    }
    const complete = hits.some(({ there }) => there === words.length);
    if (!complete) most = words.length > 2 ? Math.max(2, words.length / 2, ...hits.map(({ there }) => there)) : Infinity;
    return {
      hits: hits.filter(({ there }) => there >= most).sort((one, other) => order.get(one.ref) - order.get(other.ref)),
      complete,
      keys: new Set(meanings.flatMap((one) => [...one.keys()])),
    };
  };

  // The places of words with these keys in a text, as it is written: where each begins and ends.
  const places = (text, wanted) =>
    [...text.matchAll(self.words.WORD)]
      .filter(([word]) => wanted.has(key(self.words.one(word))))
      .map(({ 0: word, index: start }) => [start, start + word.length]);

  return { find, places, keysOf, begins: (word, start) => language.begins(word, self.words.one(start)) };
};

// A stemmer that lunr knows. What it gives is brought together with what the build's gives for English; and since it
// takes the ends of some Russian roots for endings (орган, аким, Токаев) and leaves vowels that come and go (уровень,
// уровня), a word may also mean what differs just so.
self.stemmer = (code) => {
  const stem = code === "en" ? lunr.stemmer : lunr[code]?.stemmer;
  const stemmed = (word) => (stem ? `${stem(new lunr.Token(word, {}))}` : word);
  const english = (word) => (word.length < 3 ? word : stemmed(word).replace(/y$/, "i").replace(/(?<=bl|og)i$/, ""));
  const key = code === "en" ? english : stemmed;
  const firm = (one) => one.replace(/[ео](?=[^аеиоуыэюя]$)/, "");
  const near = (one, other) => {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    const rest = long.startsWith(short) ? long.slice(short.length) : "";
    if (rest) return /^([ео]в|[аеи]м|[еи]н)$/.test(rest) || (/[ая]$/.test(short) && /^[нтл]$/.test(rest));
    return short.length > 1 && firm(short) === firm(long);
  };
  const neighbours = (given, keys) => keys.filter((one) => given.some((other) => near(one, other)));
  return {
    key,
    others: (word, keys) => ({ written: [], otherwise: stem ? neighbours([key(word), ...neighbours([key(word)], keys)], keys) : [] }),
    begins: (one, start) => start.length > 1 && one.startsWith(start),
  };
};

// The finder of each language that the page of the search tells of, made when it is asked for. `set` is what that page
// says, and `base` its address; `more` are further texts of a language, by page and id.
self.finders = (set, base, more = {}) => {
  const made = new Map();
  const make = async (code) => {
    const { index, stemmer } = set[code];
    const fetched = fetch(new URL(index, base)).then((reply) => (reply.ok ? reply.json() : Promise.reject(new Error(index))));
    if (stemmer && !lunr[code]) await self.script(new URL(stemmer, base));
    return self.finder(await fetched, self.stemmer(code), more[code]);
  };
  return (code) => {
    if (!made.has(code)) {
      made.set(code, make(code));
      made.get(code).catch(() => made.delete(code));
    }
    return made.get(code);
  };
};
