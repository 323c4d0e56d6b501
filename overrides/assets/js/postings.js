// The index of a language: the positions of each form, text by text, and the spans of years.
self.postings = (texts) => {
  const isYear = (word) => /^\d{4}$/.test(word ?? "");
  const forms = new Map();
  const lengths = new Map();
  // Adjacent years are the ends of a span.
  const spans = [];
  for (const [page, all] of Object.entries(texts)) {
    for (const [id, text] of Object.entries(all)) {
      const ref = `${page}#${id}`;
      const words = text ? text.split(" ") : [];
      lengths.set(ref, words.length);
      for (const [at, word] of words.entries()) {
        const places = forms.get(word) ?? forms.set(word, new Map()).get(word);
        (places.get(ref) ?? places.set(ref, []).get(ref)).push(at);
        const next = words[at + 1];
        if (isYear(word) && isYear(next) && word < next) spans.push({ ref, at, from: word, to: next });
      }
    }
  }
  const order = new Map([...lengths.keys()].map((ref, at) => [ref, at]));
  const average = [...lengths.values()].reduce((sum, one) => sum + one, 0) / (lengths.size || 1);

  return {
    forms,
    lengths,
    order: (ref) => order.get(ref),
    // The length of a text relative to the average.
    length: (ref) => lengths.get(ref) / average,
    around: (year) => (isYear(year) ? spans.filter(({ from, to }) => from < year && year < to) : []),
    often: (form) => [...forms.get(form).values()].reduce((sum, places) => sum + places.length, 0),
  };
};
