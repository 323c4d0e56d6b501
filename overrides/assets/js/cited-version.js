// Whoever follows a citation of a version, /ru/?v=1.1.0#p12, is told in one line whether the words are still the same,
// and where the earlier ones are. The card knows both; without a place in the address, the page of changes.
(() => {
  const version = new URLSearchParams(location.search).get("v")?.replace(/\.$/, ""); // a full stop of the citation
  if (!/^\d+\.\d+\.\d+$/.test(version)) return;
  const { lang } = document.documentElement;
  let line;

  const say = (after, within, told, more, href) => {
    line?.remove();
    line = document.createElement("span");
    line.className = "hint cited-version";
    line.dataset.apparatus = "";
    line.style.display = "block";
    line.append(`${told.replace("{version}", version)} `);
    if (more) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = more;
      line.append(link);
    }
    if (within) after.prepend(line);
    else after.after(line);
  };

  const tell = async () => {
    const place = document.getElementById(location.hash.slice(1));
    if (!place) {
      const { href } = document.querySelector("a[data-version]");
      const told = (await self.fetched(href)).querySelector("[data-told]")?.dataset;
      if (told?.released.split(" ").includes(version)) say(document.querySelector("h1"), false, told.told, told.more, href);
      return;
    }
    const headed = place.closest(".headed");
    const unit = headed ?? [place, place.parentElement.closest("[id]")].find((one) => one?.querySelector("a.number"));
    const number = unit?.querySelector("a.number");
    if (!number) return;
    const [card] = (number.dataset.card ?? number.href).split("#");
    const told = (await self.fetched(card)).querySelector(`#history-${lang} [data-same]`)?.dataset;
    const listed = (versions) => versions.split(" ").includes(version);
    if (told && listed(told.same)) say(unit, !headed, told.toldSame);
    else if (told && listed(told.changed)) say(unit, !headed, told.toldChanged, told.old, `${card}#history-${lang}`);
  };
  const quietly = () => tell().catch(() => {}); // the card says it too
  quietly();
  addEventListener("hashchange", quietly);
})();
