// A language with a stemmer. Since Snowball takes the ends of some Russian roots for endings (орган, аким, Токаев) and
// leaves vowels that come and go (уровень, уровня), a word may also mean what differs just so.
self.stemmer = (code) => {
  const stem = self.stemmers?.[code];
  const key = stem ?? ((word) => word);
  const known = new Map();
  const firm = (one) => known.get(one) ?? known.set(one, one.replace(/[ео]([^аеиоуыэюя])$/, "$1")).get(one);
  const near = (one, other) => {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    const rest = long.startsWith(short) ? long.slice(short.length) : "";
    if (rest) return /^([ео]в|[аеи]м|[еи]н)$/.test(rest) || (/[ая]$/.test(short) && /^[нтл]$/.test(rest));
    return short.length > 1 && firm(short) === firm(long);
  };
  const neighbours = (given, keys) => keys.filter((one) => given.some((other) => near(one, other)));
  return {
    key,
    without: (text) => text,
    others: (word, keys) => ({ written: [], otherwise: stem ? neighbours([key(word), ...neighbours([key(word)], keys)], keys) : [] }),
  };
};

// The finder of each language that the page of the search tells of, made when it is asked for. `set` is what that page
// says, and `base` its address.
self.finders = (set, base) => {
  const made = new Map();
  const make = async (code) => {
    const { index, stemmer } = set[code];
    const fetched = fetch(new URL(index, base)).then((reply) => (reply.ok ? reply.json() : Promise.reject(new Error(index))));
    if (stemmer && !self.stemmers?.[code]) await self.script(new URL(stemmer, base));
    return self.finder(await fetched, self.stemmer(code));
  };
  return (code) => {
    if (!made.has(code)) {
      made.set(code, make(code));
      made.get(code).catch(() => made.delete(code));
    }
    return made.get(code);
  };
};
