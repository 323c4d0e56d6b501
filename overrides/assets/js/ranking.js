// Ranks texts for the words of a query: by how many of the rarest words they have, with what confidence, and how near
// each other. Frequency, as in BM25, only affects the order.
self.ranking = (postings, vocabulary, isOrdinal) => {
  const START = 0.7; // the confidence of the first part of a compound
  const WITHIN = 0.75; // the confidence of a year within a span
  const KNOWN = 0.86; // the confidence of a text that the glossary names
  const SECOND = 0.75; // the same if the word is in the text: a share of its own confidence
  const BROKEN = 0.6; // the factor for words joined by a hyphen that are apart in the text
  const NEAR = 0.3; // the share of nearness in the score
  const APART = 0.5; // the nearness if some words have no position
  const OFTEN = 0.35; // the share of frequency in the order
  const ASIDE = 0.85; // the factor for notes and events, ranked below the article
  const [ONE, SEVERAL] = [0.8, 0.72]; // hits below this share of the best score are folded, for one word and for several
  const [K, B] = [1.2, 0.4]; // of BM25: saturation of frequency, and the weight of length

  // The texts that have a word of the query, each with the confidence and the positions.
  const occurrences = (item, alone) => {
    const texts = new Map();
    const at = (ref) => texts.get(ref) ?? texts.set(ref, { sure: 0, places: new Map() }).get(ref);
    const put = (ref, sure, places) => {
      const there = at(ref);
      there.sure = Math.max(there.sure, sure);
      for (const place of places) there.places.set(place, Math.max(sure, there.places.get(place) ?? 0));
      return there;
    };
    const { sure, direct } = item.start
      ? { sure: new Map(vocabulary.starts(item.word).map((form) => [form, START])) }
      : vocabulary.meant(item.word);
    for (const [form, how] of sure) for (const [ref, places] of postings.forms.get(form) ?? []) put(ref, how, places);
    for (const span of postings.around(item.word)) put(span.ref, WITHIN, [span.at]);
    let count = texts.size;
    const forms = new Set(sure.keys());
    // A word in the text takes precedence over its meaning in the glossary.
    const known = alone && direct ? SECOND * Math.max(...sure.values()) : KNOWN;
    for (const { units, whole, marked } of item.known?.values() ?? []) {
      for (const ref of units.filter((one) => postings.lengths.has(one))) put(ref, known, []).whole ||= whole;
      for (const one of marked) for (const form of vocabulary.formsOf(one)) forms.add(form);
    }
    if (!item.quoted && (!alone || !texts.size)) {
      const had = new Set(texts.keys());
      for (const [form, how] of vocabulary.related(item.word)) {
        for (const [ref, places] of postings.forms.get(form)) if (!had.has(ref)) put(ref, how, places);
        if (!had.size) forms.add(form);
      }
      if (!had.size) count = texts.size;
    }
    const total = postings.lengths.size;
    const many = Math.max(1, count);
    return { texts, forms, tells: Math.log(1 + (total - many + 0.5) / (many + 0.5)) };
  };

  // A number means little unless it is beside what it numbers.
  const beside = (items, found) => {
    items.forEach(({ word }, at) => {
      if (!/^\d{1,3}$/.test(word) && !isOrdinal(word)) return;
      const neighbours = [found[at - 1], found[at + 1]].filter((one) => one?.texts.size);
      if (!neighbours.length) return;
      for (const [ref, { places }] of [...found[at].texts]) {
        const others = new Set(neighbours.flatMap(({ texts }) => [...(texts.get(ref)?.places.keys() ?? [])]));
        for (const place of [...places.keys()]) if (!others.has(place - 1) && !others.has(place + 1)) places.delete(place);
        if (!places.size) found[at].texts.delete(ref);
      }
    });
  };

  const inRow = (all) =>
    all.every(Boolean) && [...all[0].places.keys()].some((start) => all.every((one, step) => one.places.has(start + step)));
  // The length, in words, of the shortest passage that has all of these words.
  const stretch = (all) => {
    const places = all.flatMap(({ places: one }, item) => [...one.keys()].map((place) => [place, item]));
    const last = all.map(() => -1);
    let [seen, best] = [0, Infinity];
    for (const [place, item] of places.sort(([one], [other]) => one - other)) {
      if (last[item] < 0) seen++;
      last[item] = place;
      if (seen === all.length) best = Math.min(best, Math.max(...last) - Math.min(...last));
    }
    return Math.max(best, all.length - 1);
  };
  const nearness = (all) => {
    if (all.every((one) => one?.whole) || all.length < 2) return 1;
    const there = all.filter(Boolean);
    const placed = there.filter(({ places }) => places.size);
    if (placed.length > 1) return (placed.length - 1) / stretch(placed);
    return placed.length && there.length > 1 ? APART : 0;
  };
  // The start and end of each sequence of words that belong together in the query.
  const rows = (items) => {
    const found = [];
    for (const [at, { joined, quoted }] of items.entries()) {
      if (joined && found.length) found[found.length - 1].to = at + 1;
      else found.push({ from: at, to: at + 1, quoted });
    }
    return found.filter(({ from, to, quoted }) => quoted || to - from > 1);
  };

  // The texts, best first; `shown` is true until relevance drops.
  return (items) => {
    const alone = items.length < 2;
    const found = items.map((item) => occurrences(item, alone));
    if (!alone) beside(items, found);
    const together = rows(items);
    const all = found.reduce((sum, { texts, tells }) => sum + (texts.size ? tells : 0), 0);
    const hits = [];
    for (const ref of new Set(found.flatMap(({ texts }) => [...texts.keys()]))) {
      const there = found.map(({ texts }) => texts.get(ref));
      const apart = together.filter(({ from, to }) => !inRow(there.slice(from, to)));
      if (apart.some(({ quoted }) => quoted)) continue;
      let [cover, weight] = [0, 0];
      there.forEach((one, at) => {
        if (!one) return;
        const sure = one.sure * found[at].tells * (apart.some(({ from, to }) => from <= at && at < to) ? BROKEN : 1);
        const often = one.places.size || 1;
        cover += sure / all;
        weight += (sure / all) * (often / (often + K * (1 - B + B * postings.length(ref))));
      });
      const fits = cover * (1 - NEAR + NEAR * nearness(there));
      const score = (fits * (1 - OFTEN) + weight * OFTEN) * (/^index#[^n]/.test(ref) ? 1 : ASIDE);
      hits.push({ ref, fits, score });
    }
    hits.sort((one, other) => other.score - one.score || postings.order(one.ref) - postings.order(other.ref));
    const best = Math.max(0, ...hits.map(({ fits }) => fits));
    for (const hit of hits) hit.shown = hit.fits >= best * (alone ? ONE : SEVERAL);
    return { hits, best, forms: new Set(found.flatMap(({ forms }) => [...forms])) };
  };
};
