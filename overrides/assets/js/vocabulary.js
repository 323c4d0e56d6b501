// The forms of the text that a word of a query may mean, each with a confidence: exact before inflected, inflected before
// other spellings; only if there are none of these, typing errors, prefixes and similar words.
self.vocabulary = (forms, language, letters, numbers) => {
  const SURE = { exact: 1, inflected: 0.98, written: 0.96, number: 0.95, otherwise: 0.9, slip: 0.78, begins: 0.7, verb: 0.75, derived: 0.7, related: 0.6, pieces: 0.4 };
  const SHARED = 4; // letters that related words share at the beginning, at least
  const LONG = 6; // letters from which a word in another alphabet is hardly ambiguous
  const known = new Map();
  const key = (word) => known.get(word) ?? known.set(word, language.key(word)).get(word);
  const grouped = (how) => {
    const groups = new Map();
    for (const form of forms) (groups.get(how(form)) ?? groups.set(how(form), []).get(how(form))).push(form);
    return groups;
  };
  const byKey = grouped(key);
  const keys = [...byKey.keys()];
  const skeletons = new Map();
  const skeleton = (word) => skeletons.get(word) ?? skeletons.set(word, letters.skeleton(word)).get(word);

  const bySkeleton = grouped((form) => skeleton(key(form)));
  const byVerb = language.verb && grouped((form) => skeleton(language.verb(form)));
  const slips = (length) => (length >= 9 ? 2 : length >= 5 ? 1 : 0);
  // The keys with the smallest edit distance from a word or from its key.
  const slipped = (word) => {
    let least = 3;
    let found = [];
    if (!slips(word.length)) return found;
    const [plain, own, most] = [skeleton(word), skeleton(key(word)), slips(word.length)];
    const mostOfKey = Math.min(most, slips(key(word).length));
    for (const one of keys) {
      let differ = mostOfKey ? letters.distance(own, skeleton(one), mostOfKey) : 3;
      if (differ > mostOfKey) differ = 3;
      for (const form of byKey.get(one)) {
        const apart = letters.distance(plain, skeleton(form), most);
        if (apart <= most) differ = Math.min(differ, apart);
      }
      if (differ > 2 || differ > least) continue;
      if (differ < least) found = [];
      least = differ;
      found.push(one);
    }
    return found;
  };
  const begun = (word) => {
    const start = skeleton(word);
    return start.length < 2 ? [] : [...forms].filter((form) => skeleton(form).startsWith(start));
  };
  const shared = (one, other) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    return at;
  };
  // Where vowels are elided, related words are compared without them: ауыл, ауылдық.
  const frames = new Map();
  const frame = (one) =>
    frames.get(one) ?? frames.set(one, language.frame ? language.frame(skeleton(one)) : skeleton(one)).get(one);
  const related = (word) => {
    const own = frame(key(word));
    const found = [];
    for (const one of keys) {
      const other = frame(one);
      const same = shared(own, other);
      const part = same / Math.max(own.length, other.length);
      const within = same === Math.min(own.length, other.length);
      if (within && same >= SHARED - 1 && part >= 0.5 && Math.min(word.length, one.length + 1) >= SHARED) found.push([one, SURE.derived]);
      else if (same >= SHARED - (within ? 1 : 0) && part >= 0.5) found.push([one, SURE.related * part]);
    }
    return found;
  };

  const found = new Map();
  const look = (word) => {
    const sure = new Map();
    const add = (list, how) => {
      for (const form of list ?? []) if (!(sure.get(form) >= how)) sure.set(form, how);
    };
    const addKeys = (list, how) => list.forEach((one) => add(byKey.get(one), how));
    const own = key(word);
    if (forms.has(word)) add([word], SURE.exact);
    add(byKey.get(own), SURE.inflected);
    for (const same of numbers.get(own) ?? []) add(byKey.get(same), SURE.number);
    const { written, otherwise } = language.others(word, keys);
    addKeys(written, SURE.written);
    addKeys(otherwise, SURE.otherwise);
    if (!sure.size || word.length >= LONG) add(bySkeleton.get(skeleton(own)), SURE.otherwise);
    const direct = sure.size > 0;
    let slip = false;
    const isNumber = /^\d/.test(word);
    if (!direct && !isNumber) {
      add([...forms].filter((form) => skeleton(form) === skeleton(word)), SURE.otherwise);
      if (!sure.size && byVerb) add(byVerb.get(skeleton(language.verb(word))), SURE.verb);
      if (!sure.size) {
        addKeys(slipped(word), SURE.slip);
        slip = sure.size > 0;
      }
      if (!sure.size) add(begun(word), SURE.begins);
    }
    return { sure, direct, slip };
  };
  const wide = new Map();

  return {
    key,
    skeleton,
    apart: letters.distance,
    has: (word) => byKey.has(key(word)) || forms.has(word),
    begins: (form, start) => skeleton(form).startsWith(skeleton(start)),
    // The forms with a key.
    formsOf: (one) => byKey.get(one) ?? [],
    starts: (start) => [...forms].filter((form) => form.startsWith(start)),
    // The confidence of each form, and whether the word is in the text or may be a typing error.
    meant: (word) => found.get(word) ?? found.set(word, look(word)).get(word),
    // Words of the same root; as a last resort, words with common trigrams.
    related: (word) => {
      if (wide.has(word)) return wide.get(word);
      const sure = new Map();
      if (!/^\d/.test(word)) {
        for (const [one, how] of related(word)) for (const form of byKey.get(one)) sure.set(form, how);
        for (const form of byVerb?.get(skeleton(language.verb(word))) ?? []) sure.set(form, SURE.verb);
        if (!sure.size && skeleton(word).length >= SHARED) {
          const scored = keys.map((one) => [one, letters.alike(skeleton(word), skeleton(one))]);
          const most = Math.max(0.4, ...scored.map(([, part]) => part));
          for (const [one, part] of scored) if (part >= most) for (const form of byKey.get(one)) sure.set(form, SURE.pieces * part);
        }
      }
      wide.set(word, sure);
      return sure;
    },
  };
};
