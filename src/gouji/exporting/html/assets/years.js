"use strict";
(() => {
  const data = JSON.parse(document.getElementById("island").textContent);
  const tip = document.getElementById("tip");
  let pinned = null;

  // Where a number stands: what is printed, the document, the place in it, form, row and column.
  function tell(element) {
    const [number, where, address, text] = data.at[+element.dataset.a];
    const line = (tag, words) => {
      const part = document.createElement(tag);
      part.textContent = words;
      return part;
    };
    tip.replaceChildren(line("b", text || "—"), line("span", [data.documents[number], where].filter(Boolean).join(" · ")), line("span", address));
    tip.hidden = false;
    const box = element.getBoundingClientRect(), own = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - own.width - 8));
    const below = box.bottom + 6 + own.height < innerHeight;
    tip.style.left = left + "px";
    tip.style.top = (below ? box.bottom + 6 : Math.max(8, box.top - own.height - 6)) + "px";
  }

  function hide() {
    tip.hidden = true;
    pinned = null;
  }

  const numbered = event => event.target.closest && event.target.closest("[data-a]");
  document.addEventListener("mouseover", event => {
    const found = numbered(event);
    if (found) tell(found);
    else if (!pinned) tip.hidden = true;
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
  addEventListener("scroll", hide, { passive: true });

  // What an address leads to may lie in something folded.
  function unfold(id) {
    const wanted = id && document.getElementById(id);
    if (!wanted) return;
    for (let at = wanted; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    wanted.scrollIntoView({ block: "start" });
    wanted.classList.remove("flash");
    void wanted.getBoundingClientRect();
    wanted.classList.add("flash");
  }

  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']"), found = numbered(event);
    if (link) {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      return unfold(link.hash.slice(1));
    }
    if (found) {
      event.preventDefault(); // a number in a folded row is asked for its place, the row stays as it is
      pinned = found;
      return tell(found);
    }
    hide();
    if (event.target.closest(".print")) return print();
    const all = event.target.closest(".all");
    if (!all) return;
    const folds = [...document.querySelectorAll(".projects details")], open = all.dataset.now !== "open";
    for (const fold of folds) fold.open = open;
    all.dataset.now = open ? "open" : "";
    all.textContent = open ? all.dataset.shut : all.dataset.open;
  });
  unfold(location.hash.slice(1));
})();
