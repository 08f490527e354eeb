"use strict";
(() => {
  const data = JSON.parse(document.getElementById("island").textContent);
  const words = data.words;
  const MOST = 12; // sums shown at once

  // spot number -> its links in the text, the sums it takes part in, the remarks about it, what it is suspected of
  const links = new Map(), sums = new Map(), remarks = new Map(), suspects = new Map();
  const put = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value]);
  for (const link of document.querySelectorAll(".paper a.s"))
    for (const spot of link.dataset.s.split(" ")) put(links, +spot, link);
  data.sums.forEach((sum, index) => {
    for (const spot of new Set([sum[3], ...sum[4].map(term => term[0])])) put(sums, spot, index);
  });
  data.remarks.forEach((remark, index) => {
    for (const spot of new Set([remark[2], ...remark[4]])) put(remarks, spot, index);
  });
  data.suspects.forEach((suspect, index) => {
    const named = suspect[4].flat().map(change => change[0]);
    for (const spot of new Set([suspect[0], ...named])) put(suspects, spot, index);
  });

  const detail = document.getElementById("detail");
  const content = detail.querySelector(".content");
  const sections = [...document.querySelectorAll("section.document")];
  const rows = [...document.querySelectorAll(".documents tbody tr")];
  let chosen = null, opener = null;

  const make = (tag, classes, ...children) => {
    const element = document.createElement(tag);
    if (classes) element.className = classes;
    element.append(...children.filter(child => child !== ""));
    return element;
  };

  function showDocument(number) {
    sections.forEach((section, index) => { section.hidden = index !== number; });
    rows.forEach((row, index) => {
      row.classList.toggle("now", index === number && rows.length > 1);
      const link = row.querySelector("a");
      index === number ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    });
  }

  function clear(name) {
    for (const link of document.querySelectorAll(".paper a." + name)) link.classList.remove(name);
  }

  function jump(spot) {
    const number = data.spots[spot][0];
    if (sections[number] && sections[number].hidden) showDocument(number);
    const found = links.get(spot);
    if (!found) return;
    found[0].scrollIntoView({ block: "center", inline: "nearest" });
    for (const link of found) {
      link.classList.remove("flash");
      void link.getBoundingClientRect(); // starts the animation again
      link.classList.add("flash");
    }
  }

  function placed(spot) {
    const [number, where, , address] = data.spots[spot];
    const here = chosen === null ? -1 : data.spots[chosen][0];
    const parts = [];
    if (number !== here && data.documents[number]) parts.push(data.documents[number].split(/[\\/]/).pop());
    if (where) parts.push(where);
    parts.push(address);
    return parts.join(" ");
  }

  function linked(spot) {
    const shown = data.spots[spot][2] || "—";
    const short = shown.length > 40 ? shown.slice(0, 40) + "…" : shown;
    if (!links.has(spot)) return document.createTextNode(short);
    const link = make("a", spot === chosen ? "me" : "", short);
    link.href = "#s" + spot;
    link.dataset.jump = spot;
    return link;
  }

  function row(label, value, place, classes) {
    return make("tr", classes, make("td", "", label), make("td", "", value), make("td", "", place));
  }

  function terms(sum) {
    const [, , , stated, parts, relation, , expected, difference, , , working] = sum;
    const body = make("tbody", "");
    body.append(row(words.stated, linked(stated), placed(stated), ""));
    const term = ([spot, sign], index) => row(
      working ? (index ? "" : words.from) : index || sign !== "+" ? sign : "=", linked(spot), placed(spot), "");
    const all = parts.map(term);
    const zeros = parts.length > 8 ? all.filter((_, index) => index && /^[0.]+$/.test(data.spots[parts[index][0]][2])) : [];
    body.append(...all.filter(one => !zeros.includes(one)));
    if (zeros.length) {
      const button = make("button", "", words.zeros.replace("{}", zeros.length));
      button.type = "button";
      const folded = row("", "", button, "zeros");
      button.addEventListener("click", () => folded.replaceWith(...zeros));
      body.append(folded);
    }
    body.append(row(words["reckoned" + relation], expected, working, "sum"));
    if (difference) body.append(row(words["off" + relation], difference, "", sum[1] === "disagree" ? "gap-row" : ""));
    return make("table", "", body);
  }

  function basis(rule) {
    const [name, , text] = data.rules[rule];
    return make("p", "basis", words.basis + " " + text + "　", make("code", "", name));
  }

  function sumCard(index) {
    const sum = data.sums[index];
    const wrong = sum[1] === "disagree";
    const card = make("div", "card" + (wrong ? " " + sum[2] : ""));
    const chip = make("span", "chip " + sum[1] + (wrong ? " " + sum[2] : ""), words[sum[1]]);
    card.append(make("div", "formula", chip, sum[10] || (wrong ? data.rules[sum[0]][1] : sum[6] || data.rules[sum[0]][1])));
    if (wrong && sum[6]) card.append(make("div", "formula", sum[6]));
    card.append(terms(sum));
    if (sum[9]) card.append(make("p", "", sum[9]));
    card.append(basis(sum[0]));
    const spots = [sum[3], ...sum[4].map(term => term[0])];
    card.addEventListener("mouseenter", () => highlight(spots));
    card.addEventListener("focusin", () => highlight(spots));
    return card;
  }

  function remarkCard(index) {
    const [rule, severity, spot, message, against, expected, rewrite] = data.remarks[index];
    const card = make("div", "card " + severity);
    card.append(make("div", "formula " + severity, make("span", "chip " + severity, words[severity]), data.rules[rule][1]));
    if (message !== data.rules[rule][1]) card.append(make("p", "", message));
    if (expected) card.append(make("p", "", words.expected + " " + expected));
    if (rewrite) card.append(make("p", "", words.rewrite + " " + rewrite));
    const others = [spot, ...against].filter(other => other !== chosen);
    if (others.length) {
      const body = make("tbody", "");
      for (const other of new Set(others)) body.append(row(words.against, linked(other), placed(other), ""));
      card.append(make("table", "", body));
    }
    card.append(basis(rule));
    card.addEventListener("mouseenter", () => highlight([spot, ...against]));
    return card;
  }

  // What is most likely wrong: the numbers with their right values, and the identities before and after the change.
  function suspectCard(index) {
    const [at, severity, sentence, label, ways, identities, whole] = data.suspects[index];
    if (!sentence) return "";
    const card = make("div", "card suspicion " + severity);
    card.append(make("div", "formula", make("span", "chip", label), sentence));
    const changes = ways.flat();
    if (changes.length > 1 || changes.some(change => change[0] !== chosen)) {
      const table = make("table", "ways");
      for (const way of ways) {
        const body = make("tbody", "");
        for (const [spot, likely, slip] of way)
          body.append(make("tr", "", make("td", "", linked(spot)),
            make("td", "", words.likely + " ", make("b", "", likely), slip ? make("small", "", slip) : ""), make("td", "", placed(spot))));
        table.append(body);
      }
      card.append(table);
    }
    if (identities.length) {
      const list = make("div", "identities");
      for (const [spot, formula, before, after, holds] of identities) {
        const place = make("a", "where", placed(spot));
        place.href = "#s" + spot;
        place.dataset.jump = spot;
        list.append(make("div", "identity", place, formula ? make("div", "soft", formula) : "",
          make("div", "before", make("span", "", words.before), before),
          after ? make("div", "after" + (holds ? " holds" : ""), make("span", "", words.after), after) : ""));
      }
      const more = make("details", "", make("summary", "", words.concerned.replace("{}", whole)), list);
      more.open = identities.length <= 3;
      card.append(more);
    }
    const spots = [at, ...changes.map(change => change[0]), ...identities.map(identity => identity[0])];
    card.addEventListener("mouseenter", () => highlight(spots));
    return card;
  }

  function highlight(spots) {
    clear("term");
    for (const spot of spots) for (const link of links.get(spot) || []) link.classList.add("term");
  }

  const rank = index => ({ disagree: 0, within_rounding: 1, agree: 2 })[data.sums[index][1]];

  function fill(spots) {
    content.replaceChildren();
    for (const spot of spots) {
      const [, , text, , colour, looks] = data.spots[spot];
      const short = text.length > 90 ? text.slice(0, 90) + "…" : text;
      const head = make("a", "", short || "—");
      head.href = "#s" + spot;
      head.dataset.jump = spot;
      content.append(make("h4", text.length > 24 ? "long" : "", head), make("p", "place", placed(spot)));
      const mine = remarks.get(spot) || [], all = [...sums.get(spot) || []].sort((a, b) => rank(a) - rank(b));
      if (!mine.length) content.append(make("span", "chip " + colour, words[colour]));
      content.append(...(suspects.get(spot) || []).map(suspectCard), ...mine.map(remarkCard));
      if (all.length) content.append(make("h5", "", looks ? lookedAt(looks) : words.sums + " " + all.length));
      else if (!mine.length) content.append(make("p", "", words.none));
      content.append(...all.slice(0, MOST).map(sumCard));
      if (all.length > MOST) content.append(more(all));
    }
  }

  function lookedAt(looks) {
    return words.looks.replace("{}", looks);
  }

  function more(all) {
    const button = make("button", "more", words.all.replace("{}", all.length));
    button.type = "button";
    button.addEventListener("click", () => button.replaceWith(...all.slice(MOST).map(sumCard)));
    return button;
  }

  function open(spots, from) {
    chosen = spots[0];
    opener = from || opener;
    const section = sections[data.spots[chosen][0]] || sections.find(one => !one.hidden);
    if (section.hidden) showDocument(sections.indexOf(section));
    const aside = section.querySelector("aside");
    fill(spots);
    for (const list of document.querySelectorAll(".list")) list.hidden = false;
    aside.querySelector(".list").hidden = window.matchMedia("(min-width: 1001px)").matches;
    aside.append(detail);
    detail.hidden = false;
    aside.scrollTop = detail.scrollTop = 0;
    document.documentElement.classList.add("open");
    clear("chosen");
    clear("term");
    for (const link of links.get(chosen) || []) link.classList.add("chosen");
    const first = (sums.get(chosen) || []).slice().sort((a, b) => rank(a) - rank(b))[0];
    if (first !== undefined) highlight([data.sums[first][3], ...data.sums[first][4].map(term => term[0])]);
    history.replaceState(null, "", "#s" + chosen);
  }

  // The finding before or after the one at hand, among those the filter leaves.
  function step(by) {
    const section = sections.find(one => !one.hidden);
    const all = [...section.querySelectorAll(".findings > li:not([hidden]) > a")];
    if (!all.length) return;
    const at = all.indexOf(opener);
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length].click();
  }

  function close() {
    if (detail.hidden) return;
    detail.hidden = true;
    document.documentElement.classList.remove("open");
    for (const list of document.querySelectorAll(".list")) list.hidden = false;
    clear("chosen");
    clear("term");
    history.replaceState(null, "", location.pathname + location.search);
    if (opener && opener.isConnected) opener.focus({ preventScroll: false });
  }

  document.addEventListener("click", event => {
    const link = event.target.closest("a");
    if (event.target.closest(".back, .close")) return close();
    const zoom = event.target.closest(".zoom"), turn = event.target.closest(".step");
    if (turn) return step(+turn.dataset.step);
    if (zoom) return zoom.closest(".page").classList.toggle("large");
    const filter = event.target.closest("[data-filter]");
    if (filter) return narrow(filter);
    if (event.target.closest(".only-bare")) return onlyBare();
    if (!link) return;
    if (link.dataset.d !== undefined) {
      event.preventDefault();
      close();
      showDocument(+link.dataset.d);
      sections[+link.dataset.d].scrollIntoView();
    } else if (link.dataset.jump !== undefined) {
      event.preventDefault();
      jump(+link.dataset.jump);
    } else if (link.dataset.s !== undefined) {
      event.preventDefault();
      const spots = link.dataset.s.split(" ").map(Number).filter(spot => sums.has(spot) || remarks.has(spot) || suspects.has(spot));
      open(spots.length ? spots : [+link.dataset.s.split(" ")[0]], link);
      if (link.closest(".list")) jump(chosen);
      detail.focus({ preventScroll: true });
    }
  });
  const KEYS = { ArrowRight: 1, n: 1, ArrowLeft: -1, p: -1 };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") close();
    else if (KEYS[event.key] && !(detail.hidden && event.key.startsWith("Arrow"))) step(KEYS[event.key]);
  });
  document.addEventListener("mouseover", event => {
    const link = event.target.closest && event.target.closest(".paper a.s");
    if (!link || link.dataset.told) return;
    link.dataset.told = "1";
    const [, , , address, , looks] = data.spots[+link.dataset.s.split(" ")[0]];
    const told = looks === null ? address : address + "\n" + lookedAt(looks);
    if (!(link instanceof SVGElement)) return void (link.title = told);
    const title = document.createElementNS(link.namespaceURI, "title"); // what an SVG shows for a title
    title.textContent = told;
    link.prepend(title);
  });

  // Fades all that identities look at, so that the rest can be checked by eye.
  function onlyBare() {
    const on = document.documentElement.classList.toggle("bare");
    for (const button of document.querySelectorAll(".only-bare")) button.setAttribute("aria-pressed", String(on));
  }

  function narrow(button) {
    const group = button.closest(".filters"), wanted = button.dataset.filter;
    for (const other of group.children) other.setAttribute("aria-pressed", String(other === button));
    for (const item of button.closest(".list").querySelectorAll(".findings > li"))
      item.hidden = Boolean(wanted) && item.dataset.severity !== wanted;
  }

  const wanted = /^#s(\d+)$/.exec(location.hash);
  showDocument(0);
  if (wanted && data.spots[+wanted[1]]) {
    open([+wanted[1]], null);
    jump(+wanted[1]);
  }
})();
