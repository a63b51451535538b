// Live rows and keys. All reading works without this file.
"use strict";

(() => {
  const ROWS = 200;
  let source = null;
  let followed = "";

  const list = () => document.getElementById("list");

  function follow() {
    const at = list();
    const wanted = at && at.dataset.live ? `/live?${at.dataset.query}&after=${at.dataset.newest}` : "";
    if (wanted === followed) return;
    followed = wanted;
    if (source) source.close();
    source = null;
    if (!wanted) return;
    source = new EventSource(wanted);
    const state = document.getElementById("live");
    source.onopen = () => { state.textContent = state.dataset.on; };
    source.onerror = () => { state.textContent = ""; };
    source.addEventListener("rows", (event) => add(event.data));
  }

  function add(html) {
    const body = document.getElementById("rows");
    const holder = document.createElement("template");
    holder.innerHTML = html;
    for (const row of [...holder.content.querySelectorAll("tr")].reverse()) {
      const known = document.getElementById(row.id);
      if (known) known.replaceWith(row);
      else body.prepend(row);
    }
    while (body.rows.length > ROWS) body.deleteRow(-1);
    const empty = document.querySelector(".empty");
    if (empty) empty.remove();
  }

  function move(step) {
    const links = [...document.querySelectorAll("table.events tbody td:first-child a")];
    const now = links.indexOf(document.activeElement);
    const next = now < 0 ? (step > 0 ? 0 : links.length - 1) : now + step;
    if (links[next]) links[next].focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const search = document.getElementById("search");
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "/" && search) {
      event.preventDefault();
      search.focus();
    }
  });
  document.addEventListener("htmx:afterSettle", follow);
  window.addEventListener("pagehide", () => { if (source) source.close(); });
  follow();
})();
