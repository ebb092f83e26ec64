'use strict';
// Shows, hides, moves and saves what was drawn; it draws nothing.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = id => document.getElementById(id);
  const svgs = '[data-slot]';
  const state = { shown: all('#judges input:checked').map(box => +box.value) };

  // ---- figures: each exists once, and is put where it is shown
  const figures = new Map();
  const address = (name, key, width) => `${name} ${key} ${width}`;
  for (const slot of all(svgs)) if (slot.firstElementChild) figures.set(address(slot.dataset.slot, slot.dataset.key, slot.dataset.width), slot.firstElementChild);
  const figureOf = (name, key, width) => {
    const place = address(name, key, width);
    if (!figures.has(place)) {
      const template = all(`template[data-figure="${name}"]`).find(t => t.dataset.key === key && t.dataset.width === width);
      figures.set(place, template ? document.importNode(template.content, true).firstElementChild : null);
    }
    return figures.get(place);
  };
  const show = (name, key, change = () => {}) => {
    for (const slot of all(`[data-slot="${name}"]`)) {
      const svg = figureOf(name, String(key), slot.dataset.width);
      if (svg) change(svg);
      slot.replaceChildren(...(svg ? [svg] : []));
    }
  };
  const move = (element, x, y) => x || y ? element.setAttribute('transform', `translate(${x} ${y})`) : element.removeAttribute('transform');
  const display = (element, isShown) => isShown ? element.removeAttribute('display') : element.setAttribute('display', 'none');

  // ---- dot-and-whisker figures: series shown, and rows in an order
  const flowKeys = (svg, shown) => {
    const keys = svg.querySelector('[data-keys]');
    if (!keys) return;
    const [left, right, line, gap] = keys.dataset.keys.split(' ').map(Number);
    let x = left, y = 0;
    for (const key of all('[data-key]', keys)) display(key, false);
    for (const series of shown) {
      const key = keys.querySelector(`[data-key="${series}"]`), width = +key.dataset.width, [atX, atY] = key.dataset.at.split(' ').map(Number);
      if (x > left && x + width > right) [x, y] = [left, y + line];
      display(key, true);
      move(key, x - atX, y - atY);
      x += width + gap;
    }
  };
  const orderRows = (svg, order) => {
    const rows = all('[data-row]', svg), stripes = all('.stripe', svg), headings = all('[data-heading]', svg);
    for (const heading of headings) display(heading, !order);
    const tops = rows.map(row => +row.dataset.top), height = +rows[0].dataset.height;
    if (!order) {
      for (const element of [...rows, ...stripes]) { move(element, 0, 0); display(element, true); }
      return;
    }
    const first = headings.length ? tops[0] - 28 : tops[0], pitch = (tops.at(-1) + height - first) / rows.length;
    const sorted = [...rows].sort((a, b) => order.indexOf(+a.dataset.row) - order.indexOf(+b.dataset.row));
    sorted.forEach((row, i) => move(row, 0, Math.round((first + i * pitch - row.dataset.top) * 100) / 100));
    stripes.forEach((stripe, k) => {
      display(stripe, 2 * k < rows.length);
      move(stripe, 0, Math.round((first + 2 * k * pitch - stripe.getAttribute('y')) * 100) / 100);
    });
  };
  const choose = (svg, shown) => {
    flowKeys(svg, shown);
    for (const row of all('[data-row]', svg))
      for (const mark of all('[data-series]', row)) {
        const lane = shown.indexOf(+mark.dataset.series);
        display(mark, lane >= 0);
        if (lane >= 0) move(mark, 0, Math.round(((lane + 0.5) / shown.length - 0.5) * row.dataset.lanes * 100) / 100);
      }
  };

  // ---- heat maps: rows and columns in an order
  const sortCells = (svg, order, isClustered) => {
    const rows = all('[data-row]', svg), place = new Map(order.map((judge, i) => [judge, i]));
    const initial = rows.map(row => +row.dataset.row), height = +rows[0].dataset.height;
    const columns = all('[data-column],[data-column-number]', svg), width = +columns[0].dataset.width;
    const across = initial.map((judge, i) => (place.get(judge) - i) * width);
    rows.forEach((row, r) => {
      move(row, 0, (place.get(initial[r]) - r) * height);
      [...row.children].filter(cell => cell.classList.contains('mark')).forEach((cell, c) => move(cell, across[c], 0));
    });
    columns.forEach((column, c) => { if (column.dataset.column) move(column, across[c], 0); });
    for (const tree of all('[data-tree]', svg)) display(tree, isClustered);
  };

  // ---- numbers and tables
  const minus = text => text.replace('-', '\u2212');
  const percent = x => minus((100 * x).toFixed(1)), number = x => { const t = x.toFixed(2); return minus(Math.abs(+t) === 0 ? '0.00' : t); };
  const probability = p => p < 0.0005 ? '<0.001' : p > 0.9995 ? '>0.999' : p.toFixed(3);
  const tables = {};
  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  // cells: text, or [text, value to sort by]
  const fill = (id, caption, heads, rows) => {
    tables[id] = { heads, rows };
    const table = element('table'), head = element('tr'), body = element('tbody');
    heads.forEach((text, c) => head.append(element('th', text, { scope: 'col', ...(c > 0 ? { class: 'n' } : {}) })));
    for (const row of rows) {
      const line = element('tr');
      row.forEach((cell, c) => {
        const made = c === 0 ? element('th', Array.isArray(cell) ? cell[0] : cell, { scope: 'row' }) : element('td', Array.isArray(cell) ? cell[0] : cell, { class: 'n' });
        if (Array.isArray(cell)) made.dataset.value = cell[1] ?? '';
        line.append(made);
      });
      body.append(line);
    }
    table.append(element('caption', caption), element('thead'), body);
    table.tHead.append(head);
    one(id).replaceChildren(table);
    sortable(table);
  };
  const sortable = table => {
    for (const [c, head] of [...table.tHead.rows[0].cells].entries()) {
      const button = element('button', head.textContent, { type: 'button' });
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const falls = head.getAttribute('aria-sort') === 'descending' || (head.ariaSort === null && c === 0) ? 1 : -1;
        for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', falls === 1 ? 'ascending' : 'descending');
        const value = row => {
          const cell = row.cells[c];
          if (cell.dataset.value !== undefined) return cell.dataset.value === '' ? null : +cell.dataset.value;
          const found = /^[\u2264\u2265<>]?\s*[\u2212-]?[\d,]+(\.\d+)?/.exec(cell.textContent);
          return found ? +found[0].replace(/[^\d.\u2212-]/g, '').replace('\u2212', '-') : cell.textContent === '' || cell.textContent === '\u2013' ? null : cell.textContent;
        };
        const compare = (a, b) => a === null || b === null ? (a === null) - (b === null)
          : typeof a === 'number' && typeof b === 'number' ? falls * (a - b) : falls * String(a).localeCompare(String(b));
        table.tBodies[0].append(...[...table.tBodies[0].rows].map(row => [row, value(row)]).sort((a, b) => compare(a[1], b[1])).map(of => of[0]));
      });
    }
  };

  // ---- sections
  const orders = () => {
    const degrees = data.degrees[+one('group').value], chosen = one('order').value, places = data.properties.map((_, p) => p);
    const degree = (judge, p) => degrees[judge][p] ? degrees[judge][p][1] : null;
    const spread = p => { const of = state.shown.map(j => degree(j, p)).filter(x => x !== null); return of.length > 1 ? Math.max(...of) - Math.min(...of) : -1; };
    const by = value => places.sort((a, b) => (value(b) ?? -1) - (value(a) ?? -1) || a - b);
    if (chosen === 'kind') return null;
    if (chosen === 'name') return places.sort((a, b) => data.properties[a].localeCompare(data.properties[b]));
    if (chosen === 'spread') return by(spread);
    if (chosen.startsWith('difference')) { const [a, b] = state.pair; return by(p => { const [x, y] = [degree(a, p), degree(b, p)]; return x === null || y === null ? null : x - y + 1; }); }
    return by(p => degree(+chosen.slice(1), p));
  };
  const dissection = () => {
    const group = +one('group').value, select = one('order'), chosen = select.value;
    for (const option of all('[data-judge]', select)) option.remove();
    for (const judge of state.shown) select.append(element('option', `by ${data.judges[judge]}`, { value: `j${judge}`, 'data-judge': '' }));
    if (state.pair && state.pair.every(judge => state.shown.includes(judge)))
      select.append(element('option', `by ${data.judges[state.pair[0]]} less ${data.judges[state.pair[1]]}`, { value: 'difference', 'data-judge': '' }));
    select.value = [...select.options].some(option => option.value === chosen) ? chosen : 'kind';
    const order = orders();
    show('degrees', group, svg => { choose(svg, state.shown); orderRows(svg, order); });
    const rows = (order ?? data.properties.map((_, p) => p)).filter(p => state.shown.some(judge => data.degrees[group][judge][p])).map(p => [data.properties[p], ...state.shown.map(judge => {
      const of = data.degrees[group][judge][p];
      return of ? [of.length > 2 ? `${percent(of[1])} [${percent(of[2])}, ${percent(of[3])}]` : percent(of[1]), of[1]] : ['\u2013', null];
    })]);
    fill('degrees-table', `Degree of preference in %, ${data.groups[group]}${data.degrees[group].some(of => of.some(d => d && d.length > 2)) ? ', median with 95 % interval' : ''}`,
      ['property', ...state.shown.map(judge => data.judges[judge])], rows);
  };
  const similarity = () => {
    if (!one('metric')) return;
    const metric = +one('metric').value, of = data.similarities[metric], order = one('similarity-order').value;
    show('similarity', metric, svg => sortCells(svg, of[order], order === 'clustered'));
    show('map', metric);
    const twos = [];
    of.judges.forEach((a, i) => of.judges.forEach((b, j) => { if (i < j) twos.push([a, [b], [of.values[i][j] === null ? '\u2013' : minus(of.values[i][j].toFixed(3)), of.values[i][j]]]); }));
    twos.sort((a, b) => (b[2][1] ?? -9) - (a[2][1] ?? -9));
    const most = 200;
    tablesOfAll.similarity = { heads: ['judge', 'judge', of.metric], rows: twos.map(two => [two[0], two[1][0], two[2]]) };
    fill('similarity-table', twos.length > most ? `The ${most} most alike of ${twos.length} pairs of judges; the saved table holds all` : 'Every two judges', ['judge', 'judge', of.metric],
      twos.slice(0, most).map(two => [two[0], two[1][0], two[2]]));
    tables['similarity-table'] = tablesOfAll.similarity;
  };
  const tablesOfAll = {};
  const contrast = () => {
    if (!one('greater')) return;
    const [a, b, group] = [+one('greater').value, +one('lesser').value, +one('contrast-group').value];
    const [key, turn] = data.contrasts[`${a}-${b}-${group}`] ? [`${a}-${b}-${group}`, 1] : [`${b}-${a}-${group}`, -1];
    const found = a === b ? null : data.contrasts[key];
    show('contrast', found ? key : '');
    if (one('not-drawn')) one('not-drawn').hidden = !found || !!document.querySelector('[data-slot="contrast"] svg');
    const title = `${data.judges[a]} \u2212 ${data.judges[b]}, ${data.groups[group]}`;
    if (found) {
      const rows = found.map(([p, d, low, high, greater]) => turn === 1 ? [p, d, low, high, greater] : [p, -d, -high, -low, 1 - greater]).sort((x, y) => y[1] - x[1]);
      fill('contrast-table', `${title}: difference of weights (log-odds)${turn < 0 ? '; the figure shows it the other way round' : ''}`, ['property', 'difference [95 %]', 'P(>0)'],
        rows.map(([p, d, low, high, greater]) => [data.properties[p], [`${number(d)} [${number(low)}, ${number(high)}]`, d], [probability(greater), greater]]));
      return;
    }
    const [x, y] = [data.degrees[group][a], data.degrees[group][b]];
    const rows = a === b ? [] : data.properties.map((name, p) => x[p] && y[p] ? [name, x[p][0] - y[p][0], x[p][1], y[p][1]] : null).filter(Boolean).sort((one, other) => other[1] - one[1]);
    fill('contrast-table', a === b ? 'Choose two different judges' : `${title}: difference of weights (log-odds), without interval`,
      ['property', 'difference', `${data.judges[a]}, %`, `${data.judges[b]}, %`], rows.map(([name, d, p, q]) => [name, [number(d), d], [percent(p), p], [percent(q), q]]));
  };

  // ---- tooltip
  const tip = document.querySelector('.tip');
  const cellOf = mark => {
    const row = mark.closest('[data-row]'), rows = all('[data-row]', mark.closest('svg'));
    return [+row.dataset.row, +rows[[...row.children].filter(child => child.classList.contains('mark')).indexOf(mark)].dataset.row];
  };
  const named = mark => {
    if (mark.dataset.detail) return mark.dataset.detail;
    if (mark.closest('[data-slot="degrees"]')) {
      const [judge, p] = [+mark.dataset.series, +mark.closest('[data-row]').dataset.row], [, degree, low, high] = data.degrees[+one('group').value][judge][p];
      return `${data.judges[judge]} \u00b7 ${data.properties[p]}: ${percent(degree)} %${low === undefined ? '' : ` (${percent(low)}\u2013${percent(high)})`}`;
    }
    const [a, b] = cellOf(mark), of = data.similarities[+one('metric').value], value = of.values[a][b];
    return `${of.judges[a]} \u00b7 ${of.judges[b]}: ${value === null ? 'no value' : minus(value.toFixed(3))}`;
  };
  const follow = event => {
    const mark = event.target.closest?.('.mark,[data-series]');
    tip.hidden = !mark;
    if (!mark) return;
    tip.textContent = named(mark);
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(event.clientX + 12, innerWidth - width - 8))}px`;
    tip.style.top = `${event.clientY + 16 + height > innerHeight ? event.clientY - height - 10 : event.clientY + 16}px`;
  };
  for (const kind of ['pointerover', 'pointermove', 'pointerdown']) document.addEventListener(kind, follow);
  document.addEventListener('scroll', () => { tip.hidden = true; }, { passive: true });
  document.addEventListener('keydown', event => { if (event.key === 'Escape') tip.hidden = true; });

  // ---- saving
  const colours = getComputedStyle(document.documentElement);
  const rules = () => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.selectorText?.startsWith('.drawing'))
    .map(rule => rule.cssText).join('\n');
  const drawn = name => all(`[data-slot="${name}"]`).find(slot => slot.firstElementChild && slot.getClientRects().length > 0)?.firstElementChild;
  const standalone = svg => {
    const copy = svg.cloneNode(true);
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = `svg{font-family:${getComputedStyle(document.body).fontFamily.replace(/"/g, "'")};font-variant-numeric:tabular-nums}\n${rules()}`;
    for (const hidden of all('[display="none"]', copy)) hidden.remove();
    copy.insertBefore(style, copy.firstChild);
    return new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)\)/g, (_, name) => colours.getPropertyValue(name).trim());
  };
  const save = (content, type, name) => {
    const link = element('a', undefined, { download: name });
    link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const picture = (svg, name) => {
    const image = new Image(), box = svg.viewBox.baseVal;
    image.onload = () => {
      const canvas = element('canvas');
      [canvas.width, canvas.height] = [2 * box.width, 2 * box.height];
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => blob && save(blob, 'image/png', name));
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`;
  };
  // what a spreadsheet would take for a formula gets an apostrophe before it
  const quoted = cell => `"${String(cell).replace(/^([=+@\t\r]|-(?![\d.]))/, "'$1").replace(/"/g, '""')}"`;
  const csv = table => [table.heads, ...table.rows.map(row => row.map(cell => Array.isArray(cell) ? cell[1] ?? '' : cell))].map(row => row.map(quoted).join(',')).join('\r\n') + '\r\n';
  for (const box of all('[data-save]')) box.addEventListener('click', event => {
    const format = event.target.dataset.format, name = box.dataset.save, svg = drawn(name);
    if (format === 'csv') save(csv(tables[`${name === 'map' ? 'similarity' : name}-table`]), 'text/csv', `${name}.csv`);
    else if (svg && format === 'svg') save(standalone(svg), 'image/svg+xml', `${name}.svg`);
    else if (svg && format === 'png') picture(svg, `${name}.png`);
  });

  // ---- choices
  const most = +one('judges').dataset.most;
  const check = () => {
    for (const box of all('#judges input')) { box.checked = state.shown.includes(+box.value); box.disabled = !box.checked && state.shown.length >= most; }
  };
  one('judges').addEventListener('change', event => {
    const judge = +event.target.value;
    state.shown = event.target.checked ? [...state.shown, judge].sort((a, b) => a - b) : state.shown.filter(other => other !== judge);
    if (state.shown.length === 0) state.shown = [judge];
    check();
    dissection();
  });
  for (const id of ['group', 'order']) one(id).addEventListener('change', dissection);
  for (const id of ['metric', 'similarity-order']) one(id)?.addEventListener('change', similarity);
  for (const id of ['greater', 'lesser', 'contrast-group']) one(id)?.addEventListener('change', contrast);
  const both = () => {
    const two = [+one('greater').value, +one('lesser').value];
    if (two[0] === two[1]) return;
    state.pair = two;
    state.shown = [...two].sort((a, b) => a - b);
    one('group').value = one('contrast-group').value;
    check();
    dissection();
    one('order').value = 'difference';
    dissection();
    one('dissection').scrollIntoView({ block: 'start' });
  };
  one('show-both')?.addEventListener('click', both);
  for (const slot of all('[data-slot="similarity"]')) slot.addEventListener('click', event => {
    const cell = event.target.closest('.mark');
    if (!cell) return;
    const names = data.similarities[+one('metric').value].judges, [a, b] = cellOf(cell).map(judge => data.judges.indexOf(names[judge]));
    if (a === b || a < 0 || b < 0) return;
    [one('greater').value, one('lesser').value] = [a, b];
    contrast();
    one('contrast').scrollIntoView({ block: 'start' });
  });
  if (one('lesser')) one('lesser').value = Math.min(1, data.judges.length - 1);
  all('main table').forEach(sortable);
  check();
  dissection();
  similarity();
  contrast();
})();
