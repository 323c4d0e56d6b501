// The words of a text, as search sees them: small letters, dates in words, numbers in figures. The build does the same
// in words.py; a test compares the two.
self.words = (() => {
  const DATE = /(?<!\d)(?:(\d{1,2})([./])(\d{1,2})\2(\d{4})|(\d{4})-(\d\d)-(\d\d))(?!\d)/g;
  const WORD = /[\p{L}\p{N}]+/gu;
  const ROMAN = /^[ivxхі]{2,}$/;
  const VALUES = { i: 1, v: 5, x: 10, х: 10, і: 1 };
  const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;

  const small = (text) => text.normalize("NFC").toLowerCase().replaceAll("\u00ad", "").replaceAll("ё", "е");
  const figures = (word) => {
    if (!ROMAN.test(word)) return word.replace(ORDINAL, "$1");
    const values = [...word].map((letter) => VALUES[letter]);
    return `${values.reduce((sum, one, at) => sum + (one < (values[at + 1] ?? 0) ? -one : one), 0)}`;
  };

  return {
    WORD,
    one: (word) => figures(small(word)),
    all: (text, months, endings = /(?!)/g) =>
      small(text)
        .replace(DATE, (whole, day, _, month, year, isoYear, isoMonth, isoDay) => {
          const name = months[(month ?? isoMonth) - 1];
          return name ? ` ${+(day ?? isoDay)} ${name} ${year ?? isoYear} ` : whole;
        })
        .replace(endings, "")
        .match(WORD)
        ?.filter((word) => word.length > 1 || word >= "0" && word <= "9")
        .map(figures) ?? [],
  };
})();
