// The pages work without this script. It adds details of marks (figureMarks, which stands before this), soft navigation (the page's main part is exchanged, the rest stays),
// forms that send themselves, keys, sortable tables, PNG of figures, and progress that renews itself.
(() => {
  const main = () => document.getElementById("main");
  const details = figureMarks({ tip: () => document.getElementById("tip"), selector: "[data-detail]", text: (mark) => mark.getAttribute("data-detail") });

  // --- soft navigation
  let current = null;
  let arrived = performance.now();
  const isOurs = (url) => url.origin === location.origin && !/\/export\//.test(url.pathname) && !url.pathname.startsWith("/assets/");
  const focusKey = () => document.activeElement && document.activeElement !== document.body && (document.activeElement.id || document.activeElement.name) || null;
  const caret = () => { try { return document.activeElement.selectionStart; } catch { return null; } };

  // An answer without a page is told on the page that is there: the address that took the form has no page of its own.
  const tell = (text) => {
    const told = document.createElement("p");
    told.className = "warning";
    told.setAttribute("role", "alert");
    told.textContent = text;
    main().prepend(told);
    told.scrollIntoView({ block: "nearest" });
  };

  async function go(url, { push = true, keep = false, options = {} } = {}) {
    const isSent = options.method === "POST";
    current?.abort();
    const request = current = new AbortController();
    const place = keep ? scrollY : 0;
    main().setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { ...options, signal: request.signal, headers: { Accept: "text/html" } });
      const type = answer.headers.get("Content-Type") || "";
      if (!type.startsWith("text/html")) {
        if (isSent) tell(await answer.text() || `The server refused what was sent (${answer.status}).`); else location.assign(url);
        return;
      }
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [focused, at] = [focusKey(), caret()];
      const open = new Set([...document.querySelectorAll("main details[open][id]")].map((one) => one.id));
      main().replaceWith(next.getElementById("main"));
      arrived = performance.now();
      for (const part of [".pages", ".top"]) {
        const [old, fresh] = [document.querySelector(part), next.querySelector(part)];
        if (old && fresh) old.replaceWith(fresh); else if (old) old.remove(); else if (fresh) document.querySelector(".top").after(fresh);
      }
      document.title = next.title;
      const shown = answer.redirected ? answer.url : new URL(url, location.href).href;
      if (push && shown !== location.href && (answer.redirected || !isSent)) history.pushState(null, "", shown); else if (answer.redirected) history.replaceState(null, "", answer.url);
      if (keep) for (const one of main().querySelectorAll("details[id]")) if (open.has(one.id)) one.open = true;
      enrich();
      const target = keep && focused && (document.getElementById(focused) || main().querySelector(`[name="${CSS.escape(focused)}"]`));
      if (target) {
        target.focus({ preventScroll: true });
        if (at !== null && at !== undefined) try { target.setSelectionRange(at, at); } catch { /* not a text field */ }
      } else if (!keep) main().focus({ preventScroll: true });
      const anchor = new URL(shown).hash.slice(1);
      if (anchor && document.getElementById(anchor)) document.getElementById(anchor).scrollIntoView(); else scrollTo(0, place);
    } catch (error) {
      if (error.name === "AbortError") return;
      if (isSent) tell("The server did not answer; what was sent may not have been taken. Is it still running?"); else location.assign(url);
    } finally {
      if (current === request) main().removeAttribute("aria-busy");
    }
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element && event.target.closest("a[href]");
    for (const menu of document.querySelectorAll("details[data-menu][open]")) if (!menu.contains(event.target)) menu.open = false;
    if (!link || link.target || link.hasAttribute("download") || link.hasAttribute("data-hard")) return;
    const href = link.getAttribute("href") ?? link.href.baseVal;
    const url = new URL(typeof href === "string" ? href : link.href.baseVal, location.href);
    if (!isOurs(url) || (url.pathname === location.pathname && url.search === location.search && url.hash)) return;
    event.preventDefault();
    details.hide();
    go(url.href, { keep: url.pathname === location.pathname && !link.hasAttribute("data-top") });
  });
  addEventListener("popstate", () => go(location.href, { push: false }));

  // --- forms
  // What comes up is read before it is answered: a form of votes takes nothing while the last is on its way, nor in the first moment of a new page.
  const leastLook = 300;
  const isTooSoon = (form) => form.hasAttribute("data-unhurried") && (main().hasAttribute("aria-busy") || performance.now() - arrived < leastLook);
  const send = (form, button) => {
    const data = new FormData(form, button ?? undefined);
    if (form.method === "get") {
      const url = new URL(form.action, location.href);
      const usual = new Set([...form.querySelectorAll("input[data-usual]:checked")].map((one) => one.name));
      url.search = new URLSearchParams([...data].filter(([name, value]) => value !== "" && !usual.has(name))).toString();
      return go(url.href, { keep: true });
    }
    const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams([...data]);
    return go(form.action, { options: { method: "POST", body }, keep: form.hasAttribute("data-keep") });
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("data-hard") || !isOurs(new URL(form.action, location.href)) || form.classList.contains("theme")) return;
    event.preventDefault();
    if (!isTooSoon(form)) send(form, event.submitter);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form[data-auto]");
    if (form && event.target.type !== "search" && event.target.type !== "text") send(form);
  });
  let typing = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-auto]");
    if (!form || !["search", "text", "range"].includes(event.target.type)) return;
    clearTimeout(typing);
    typing = setTimeout(() => send(form), event.target.type === "range" ? 60 : 300);
  });
  // What is too large is told before it is sent.
  document.addEventListener("change", (event) => {
    const most = Number(event.target.getAttribute?.("data-most"));
    if (!most) return;
    const isLarge = [...event.target.files].some((file) => file.size > most);
    event.target.setCustomValidity(isLarge ? `This file is larger than the ${Math.floor(most / 1048576)} MB that this page takes. Import it with: prefdissect import FILE -s STUDY` : "");
    if (isLarge) event.target.reportValidity();
  });
  // A file may be dropped anywhere on a page that takes one: beside the field a browser would open it in place of the page. One file is looked at at a time.
  const zoneOf = () => document.querySelector("form[data-drop]");
  const take = (zone, files) => {
    const input = zone.querySelector("input[type=file]");
    const one = new DataTransfer();
    one.items.add(files[0]);
    input.files = one.files;
    zone.querySelector("textarea").value = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
    // One that is too large is told of at the field.
    if (!input.checkValidity()) return;
    zone.querySelector("[data-taken]").textContent = files.length > 1 ? `${files[0].name} is taken; of ${files.length} files one is looked at at a time.` : `${files[0].name} is taken.`;
  };
  document.addEventListener("change", (event) => { if (event.target.type === "file") zoneOf()?.querySelector("[data-taken]").replaceChildren(); });
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  const mark = (isOver) => zoneOf()?.classList.toggle("over", isOver);
  document.addEventListener("dragover", (event) => { if (zoneOf() && hasFiles(event)) { event.preventDefault(); mark(true); } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) mark(false); });
  document.addEventListener("drop", (event) => {
    mark(false);
    const zone = zoneOf();
    if (!zone || !hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length) take(zone, event.dataTransfer.files);
  });
  // What is pasted beside the fields goes to where it belongs: a file to the file, a text to the text.
  document.addEventListener("paste", (event) => {
    const zone = zoneOf();
    if (!zone || (event.target instanceof Element && event.target.closest("input:not([type=file]),textarea,[contenteditable]"))) return;
    const [files, text] = [event.clipboardData.files, event.clipboardData.getData("text/plain")];
    if (files.length === 0 && text.trim() === "") return;
    event.preventDefault();
    if (files.length) return take(zone, files);
    const field = zone.querySelector("textarea");
    zone.querySelector("input[type=file]").value = "";
    zone.querySelector("[data-taken]").textContent = "";
    field.closest("details").open = true;
    field.value = text;
    field.focus();
  });

  // --- keys: an element with data-press="n" is pressed by that key, unless a person is writing; j and k move between links with data-row.
  // A key that is held down presses once; in an unhurried form it presses only where nothing else has the focus, such as a text that is being scrolled.
  const isFree = (target) => target === document.body || target === main() || (target instanceof Element && target.closest("[data-press]") !== null);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      details.hide(); for (const menu of document.querySelectorAll("details[data-menu][open]")) menu.open = false; if (main().querySelector("form[data-unhurried]")) main().focus({ preventScroll: true });
      // A browser empties a search when it is left by this key; here what was searched for stays, and the keys of the list work.
      if (event.target instanceof Element && event.target.matches("input[type=search]")) { event.preventDefault(); main().focus({ preventScroll: true }); }
      return;
    }
    if (event.target instanceof Element && event.target.closest("input:not([type=checkbox],[type=radio],[type=range]),textarea,select,[contenteditable]")) return;
    const name = event.key === " " ? "Space" : event.key;
    if (name === "j" || name === "k") {
      const rows = [...document.querySelectorAll("[data-row]")];
      const at = rows.indexOf(document.activeElement);
      const row = rows[name === "j" ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)];
      if (row) { event.preventDefault(); row.focus(); return; }
    }
    const pressed = [...document.querySelectorAll("[data-press]")].find((one) => one.getAttribute("data-press").split(" ").includes(name));
    if (!pressed) return;
    if (pressed.closest("form[data-unhurried]") && !isFree(event.target)) return;
    event.preventDefault();
    if (event.repeat) return;
    if (pressed.matches("input,select,textarea")) pressed.focus(); else pressed.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });

  // --- tables
  const valueOf = (cell) => { const value = cell.getAttribute("data-value"); return value === null ? cell.textContent : Number(value); };
  const order = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : typeof a === "number" ? -1 : typeof b === "number" ? 1 : a.localeCompare(b, "en", { numeric: true });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("table[data-sortable] th button");
    if (!button) return;
    const [head, table] = [button.closest("th"), button.closest("table")];
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [valueOf(row.cells[head.cellIndex]), row]);
    rows.sort((a, b) => up ? order(a[0], b[0]) : order(b[0], a[0]));
    body.append(...rows.map(([, row]) => row));
  });

  // --- PNG, drawn from the exported SVG at twice its size
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-png]");
    if (!button) return;
    const svg = await (await fetch(button.getAttribute("data-png"))).text();
    const url = URL.createObjectURL(new Blob([themed(svg)], { type: "image/svg+xml" }));
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [picture.naturalWidth * 2, picture.naturalHeight * 2];
      const surface = canvas.getContext("2d");
      surface.fillStyle = getComputedStyle(document.body).backgroundColor;
      surface.fillRect(0, 0, canvas.width, canvas.height);
      surface.drawImage(picture, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(url);
      canvas.toBlob((blob) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = button.getAttribute("data-name");
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      }, "image/png");
    };
    picture.src = url;
  });
  const themed = (svg) => {
    const theme = document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme:dark)").matches ? "dark" : "light");
    return svg.replace("<svg ", `<svg data-theme="${theme}" `);
  };

  // --- what a page gains when it comes
  let renewal = 0;
  function enrich() {
    details.ready();
    for (const button of document.querySelectorAll("button[data-png]")) button.hidden = false;
    for (const head of document.querySelectorAll("table[data-sortable] thead th")) {
      if (head.querySelector("button") || !head.textContent.trim()) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
    }
    for (const hint of document.querySelectorAll("form[data-auto] [data-without-script]")) hint.hidden = true;
    const pages = document.querySelector(".pages");
    const here = pages?.querySelector("[aria-current]");
    if (here) pages.scrollLeft = here.offsetLeft - pages.offsetLeft - (pages.clientWidth - here.offsetWidth) / 2;
    renewLater();
  }
  function renewLater() {
    clearTimeout(renewal);
    const running = document.querySelector("[data-renew]");
    if (running) renewal = setTimeout(renew, Number(running.getAttribute("data-renew")));
  }
  // A part that says data-renew="500" is fetched again until it no longer says so; then the page it names in data-then is opened.
  async function renew() {
    const old = document.querySelector("[data-renew]");
    // What a person has asked for, or sent, is not broken off by what is only looked at again.
    const isAsked = () => main().hasAttribute("aria-busy");
    if (!old) return;
    if (isAsked()) return renewLater();
    try {
      const next = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const fresh = next.getElementById(old.id);
      if (!document.contains(old)) return;
      if (isAsked()) return renewLater();
      // Where nothing came of it but that all is well, the rest of the page stays as the reader has it.
      if (!fresh || (!fresh.hasAttribute("data-renew") && !fresh.hidden)) return go(old.getAttribute("data-then") || location.href, { push: false, keep: true });
      old.replaceWith(fresh);
    } catch { /* the server may be busy; asked again below */ }
    enrich();
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enrich); else enrich();
})();
