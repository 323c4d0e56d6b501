// A page that leads on keeps the anchor it was asked for; without this, the browser goes on without it.
(() => {
  const go = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const link = (place || document).querySelector("main a");
    if (place) location.replace(place.querySelector("a").href);
    else if (!document.querySelector("main [id]") || !location.hash) location.replace(link.href + location.hash);
  };
  document.addEventListener("DOMContentLoaded", go);
})();
