// Keeps the anchor of the request when a page redirects; otherwise the browser would drop it.
(() => {
  const go = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const link = (place || document).querySelector("main a");
    if (place) location.replace(place.querySelector("a").href);
    else if (!document.querySelector("main [id]") || !location.hash) location.replace(link.href + location.hash);
  };
  document.addEventListener("DOMContentLoaded", go);
})();
