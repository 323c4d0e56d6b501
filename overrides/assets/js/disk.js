// Opened from a disk or a memory stick, a folder shows what is in it, not its page: links lead to the page itself, and
// so does the field of the search, whose page has its index of words there.
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
  // The policy of the page lets no form be sent from a disk, in some browsers: its address is gone to instead.
  const form = document.querySelector(".search-field");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.action}index.html?${new URLSearchParams(new FormData(form))}`);
  });
}
