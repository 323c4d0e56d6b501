// The words of a text for the search: in lower case, with dates in words and numbers in figures. words.py does the same
// at build time; a test compares the two.
self.words = (() => {
  // No lookbehind, which Safari before 16.4 does not support: the character before a date is matched and put back.
  const DATE = /(^|[^\d])(?:(\d{1,2})([./])(\d{1,2})\3(\d{4})|(\d{4})-(\d\d)-(\d\d))(?!\d)/g;
  const WORD = /[\p{L}\p{N}]+/gu;
  const ROMAN = /^[ivxхі]{2,}$/;
  const VALUES = { i: 1, v: 5, x: 10, х: 10, і: 1 };
  const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;

  const small = (text) => text.normalize("NFC").toLowerCase().replace(/\u00ad/g, "").replace(/ё/g, "е");
  const figures = (word) => {
    if (!ROMAN.test(word)) return word.replace(ORDINAL, "$1");
    const values = [...word].map((letter) => VALUES[letter]);
    return `${values.reduce((sum, one, at) => sum + (one < (values[at + 1] ?? 0) ? -one : one), 0)}`;
  };

  return {
    WORD,
    one: (word) => figures(small(word)),
    all: (text, months, without = (plain) => plain) =>
      (
        without(
          small(text).replace(DATE, (whole, before, day, _, month, year, isoYear, isoMonth, isoDay) => {
            const name = months[(month ?? isoMonth) - 1];
            return name ? `${before} ${+(day ?? isoDay)} ${name} ${year ?? isoYear} ` : whole;
          }),
        ).match(WORD) ?? []
      )
        .filter((word) => word.length > 1 || (word >= "0" && word <= "9"))
        .map(figures),
  };
})();
