// Opened from a disk or a memory stick, a folder shows what is in it, not its page: links lead to the page itself, and
// so does the field of the search, whose page has its index of words there.
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
  const form = document.querySelector(".search-field");
  if (form) form.action += "index.html";
}
