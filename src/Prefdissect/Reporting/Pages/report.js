// Shows, hides, moves and saves what was drawn; it draws nothing.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = id => document.getElementById(id);
  const first = all('#judges input:checked').map(box => +box.value);
  const state = { shown: first, view: 'dots' };

  // ---- figures: each is drawn once, inflated when it is first asked for, and put where it is shown
  const figures = new Map(), wanted = new Map();
  const address = (name, key, width) => `${name} ${key} ${width}`;
  for (const slot of all('[data-slot]')) {
    if (slot.firstElementChild) figures.set(address(slot.dataset.slot, slot.dataset.key, slot.dataset.width), Promise.resolve(slot.firstElementChild));
  }
  const inflate = async packed => {
    const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
    const template = document.createElement('template');
    template.innerHTML = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
    return [...document.importNode(template.content, true).children];
  };
  // null where there is no such figure, undefined where it cannot be unpacked
  const figureOf = (name, key, width) => {
    const place = address(name, key, width);
    if (!figures.has(place)) {
      const packed = all(`template[data-figure="${name}"]`).find(t => t.dataset.width === width && t.dataset.keys.split(' ').includes(key));
      if (!packed) return Promise.resolve(null);
      const inflated = inflate(packed.content.textContent).catch(() => []);
      packed.dataset.keys.split(' ').forEach((one, i) => figures.set(address(name, one, width), inflated.then(made => made[i])));
    }
    return figures.get(place);
  };
  const instead = () => element('p', `${'DecompressionStream' in window ? 'This figure cannot be unpacked: the file is damaged.' : 'This browser is too old to show this figure.'} The table tells the same.`);
  const show = async (name, key, change = () => {}) => {
    wanted.set(name, key);
    await Promise.all(all(`[data-slot="${name}"]`).map(async (slot, place) => {
      const svg = await figureOf(name, key, slot.dataset.width);
      // another may have been asked for meanwhile
      if (wanted.get(name) !== key) return;
      if (svg) change(svg);
      if (!svg || slot.firstElementChild !== svg) slot.replaceChildren(...(svg ? [svg] : svg === undefined ? [instead()] : []));
      details.ready(slot);
      // the first is what is saved
      if (place === 0) for (const button of all(`[data-save="${name}"] :is([data-format="svg"],[data-format="png"])`)) button.hidden = !svg;
    }));
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

  // ---- maps of degrees: the judges shown side by side over the room of all, properties in an order
  const columnsOf = row => [...row.children].filter(cell => cell.classList.contains('mark'));
  const spread = (svg, shown, order) => {
    const rows = all('[data-row]', svg), [left, room, height] = ['left', 'room', 'height'].map(name => +rows[0].dataset[name]);
    const free = Math.min(72, room / shown.length), width = free > 8 ? Math.floor(free) : free, line = width >= 12 ? 0.5 : 0;
    rows.forEach((row, r) => {
      move(row, 0, order ? (order.indexOf(+row.dataset.row) - r) * height : 0);
      columnsOf(row).forEach((cell, judge) => {
        const place = shown.indexOf(judge), [box, hollow] = cell.querySelectorAll('rect'), text = cell.querySelector('text');
        display(cell, place >= 0);
        if (place < 0) return;
        box.setAttribute('x', left + place * width + line);
        box.setAttribute('width', width - 2 * line);
        if (hollow) {
          const inner = line + Math.min(3, width / 5);
          hollow.setAttribute('x', left + place * width + inner);
          hollow.setAttribute('width', width - 2 * inner);
        }
        text.setAttribute('x', left + (place + 0.5) * width);
        display(text, text.textContent.length * 6.2 + 2 <= width);
      });
    });
    const columns = all('[data-column],[data-column-number]', svg), whole = +columns[0].dataset.width;
    columns.forEach((column, judge) => {
      const place = shown.indexOf(judge), isNumber = column.dataset.columnNumber !== undefined;
      display(column, place >= 0 && (!isNumber || width >= 14 || place === 0 || (place + 1) % 5 === 0));
      move(column, (place + 0.5) * width - (judge + 0.5) * whole, 0);
      if (isNumber) column.querySelector('text').textContent = place + 1;
    });
    if (columns[0].dataset.columnNumber !== undefined) one('map-columns').hidden = false;
  };

  // ---- numbers and tables
  const minus = text => text.replace('-', '\u2212');
  const percent = x => minus((100 * x).toFixed(1)), number = x => { const t = x.toFixed(2); return minus(Math.abs(+t) === 0 ? '0.00' : t); };
  const probability = p => p < 0.0005 ? '<0.001' : p > 0.9995 ? '>0.999' : p.toFixed(3);
  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  // what CSV and JSON of a figure hold: columns as data.columns names them
  const exports = {};
  const saved = (name, title, options, rows) => { exports[name] = { title, options, rows }; };
  const namesOf = judges => judges.map(judge => data.named.judges[judge]).join(', ');
  // cells: text, or [text, value to sort by]
  const fill = (id, caption, heads, rows) => {
    const table = element('table'), head = element('tr'), body = element('tbody');
    const isNumber = heads.map((_, c) => rows.some(row => Array.isArray(row[c])));
    heads.forEach((text, c) => head.append(element('th', text, { scope: 'col', ...(isNumber[c] ? { class: 'n' } : {}) })));
    for (const row of rows) {
      const line = element('tr');
      row.forEach((cell, c) => {
        const made = c === 0 ? element('th', Array.isArray(cell) ? cell[0] : cell, { scope: 'row' }) : element('td', Array.isArray(cell) ? cell[0] : cell, isNumber[c] ? { class: 'n' } : {});
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
    const order = orders(), most = +one('judges').dataset.most, isCrowd = state.shown.length > most, isMap = isCrowd || state.view === 'map', view = one('view');
    if (view) {
      view.value = isMap ? 'map' : 'dots';
      view.options[0].disabled = isCrowd;
      view.options[0].textContent = isCrowd ? `dots and intervals (at most ${most} judges)` : 'dots and intervals';
    }
    const columns = one('map-columns');
    columns.hidden = true;
    columns.replaceChildren(...state.shown.map(judge => element('li', data.judges[judge])));
    if (isMap) show('degrees', `map-${group}`, svg => spread(svg, state.shown, order));
    else show('degrees', `dots-${group}`, svg => { choose(svg, state.shown); orderRows(svg, order); });
    const rows = (order ?? data.properties.map((_, p) => p)).filter(p => state.shown.some(judge => data.degrees[group][judge][p])).map(p => [data.properties[p], ...state.shown.map(judge => {
      const of = data.degrees[group][judge][p];
      return of ? [of.length > 2 ? `${percent(of[1])} [${percent(of[2])}, ${percent(of[3])}]` : percent(of[1]), of[1]] : ['\u2013', null];
    })]);
    fill('degrees-table', `Degree of preference in %, ${data.groups[group]}${data.degrees[group].some(of => of.some(d => d && d.length > 2)) ? ', median with 95 % interval' : ''}`,
      ['property', ...state.shown.map(judge => data.judges[judge])], rows);
    const places = order ?? data.properties.map((_, p) => p);
    saved('degrees', `Degrees of preference, ${data.groups[group]}`, { judges: namesOf(state.shown), group: data.named.groups[group], sort: select.selectedOptions[0].textContent }, state.shown.flatMap(judge => {
      const [pairs, annotator] = data.fits[group][judge] ?? [null, null];
      return places.filter(p => data.degrees[group][judge][p]).map(p => {
        const [weight, degree, low, high, planted] = data.degrees[group][judge][p];
        return [data.named.judges[judge], data.named.groups[group], data.named.properties[p], degree, low, high, weight, planted, pairs, annotator, data.simulated[judge]];
      });
    }));
  };
  const similarity = () => {
    if (!one('metric')) return;
    const metric = +one('metric').value, of = data.similarities[metric], order = one('similarity-order').value;
    show('similarity', String(metric), svg => sortCells(svg, of[order], order === 'clustered'));
    show('map', String(metric));
    const places = of[order], twos = places.flatMap((a, i) => places.slice(i + 1).map(b => [a, b, cellAt(of, a, b)]));
    const byLikeness = [...twos].sort((x, y) => (y[2][0] ?? -9) - (x[2][0] ?? -9)), most = 200;
    fill('similarity-table', twos.length > most ? `The ${most} most alike of ${twos.length} pairs of judges; CSV and JSON hold all` : 'Every two judges', ['judge', 'other judge', of.metric + (of.cells.flat().some(cell => cell.length > 4) ? ' (of draws: median [95 %])' : '')],
      byLikeness.slice(0, most).map(([a, b, cell]) => [judgeAt(of, a), judgeAt(of, b), [likeness(cell, ''), cell[0]]]));
    const options = { judges: namesOf(of.judges), metric: of.metric, order };
    saved('similarity', 'How alike judges are', options, twos.map(([a, b, [value, properties, groups, reason, median, low, high]]) =>
      [namedAt(of, a), namedAt(of, b), value, median, low, high, properties, groups, reason, data.simulated[of.judges[a]] || data.simulated[of.judges[b]]]));
    saved('map', 'Judges on a map', options, (of.points ?? []).map(([x, y], i) => [namedAt(of, i), x, y, of.stress, data.simulated[of.judges[i]]]));
  };
  const judgeAt = (of, place) => data.judges[of.judges[place]], namedAt = (of, place) => data.named.judges[of.judges[place]];
  const cellAt = (of, a, b) => of.cells[Math.max(a, b)][Math.min(a, b)];
  const likeness = ([value, , , , median, low, high], words = 'of draws ') => value === null ? '\u2013'
    : minus(value.toFixed(3)) + (median === undefined ? '' : ` (${words}${minus(median.toFixed(3))} [${minus(low.toFixed(3))}, ${minus(high.toFixed(3))}])`);
  const contrast = () => {
    if (!one('greater')) return;
    const [a, b, group] = [+one('greater').value, +one('lesser').value, +one('contrast-group').value];
    const [key, turn] = data.contrasts[`${a}-${b}-${group}`] ? [`${a}-${b}-${group}`, 1] : [`${b}-${a}-${group}`, -1];
    const found = a === b ? null : data.contrasts[key];
    show('contrast', found ? key : '');
    const title = `${data.judges[a]} \u2212 ${data.judges[b]}, ${data.groups[group]}`;
    const [x, y] = [data.degrees[group][a], data.degrees[group][b]];
    const rows = (a === b ? [] : found
      ? found.rows.map(([p, d, low, high, greater]) => turn === 1 ? [p, d, low, high, greater] : [p, -d, -high, -low, 1 - greater])
      : data.properties.map((_, p) => x[p] && y[p] ? [p, x[p][0] - y[p][0]] : null).filter(Boolean)).sort((one, other) => other[1] - one[1]);
    if (found) fill('contrast-table', `${title}: difference of weights (log-odds)${turn < 0 ? '; the figure shows it the other way round' : ''}`, ['property', 'difference [95 %]', 'P(>0)'],
      rows.map(([p, d, low, high, greater]) => [data.properties[p], [`${number(d)} [${number(low)}, ${number(high)}]`, d], [probability(greater), greater]]));
    else fill('contrast-table', a === b ? 'Choose two different judges' : `${title}: difference of weights (log-odds), without interval`,
      ['property', 'difference', `${data.judges[a]}, %`, `${data.judges[b]}, %`], rows.map(([p, d]) => [data.properties[p], [number(d), d], [percent(x[p][1]), x[p][1]], [percent(y[p][1]), y[p][1]]]));
    const pairs = [a, b].map(judge => data.fits[group][judge]?.[0] ?? null);
    saved('contrast', 'Differences of weights', { judges: namesOf([a, b]), group: data.named.groups[group] }, rows.map(([p, d, low, high, greater]) => [data.named.properties[p], d, greater, low, high, ...pairs,
      data.named.groups[group], data.named.judges[a], data.named.judges[b], data.fits[group][a]?.[1] ?? null, data.simulated[a] || data.simulated[b]]));
    for (const box of all('[data-save="contrast"]')) box.hidden = rows.length === 0;
  };

  // ---- details of marks
  const cellOf = mark => {
    const row = mark.closest('[data-row]'), rows = all('[data-row]', mark.closest('svg'));
    return [+row.dataset.row, +rows[columnsOf(row).indexOf(mark)].dataset.row];
  };
  const degreeOf = (judge, p) => {
    const group = +one('group').value, of = data.degrees[group][judge][p], pairs = data.fits[group][judge]?.[0];
    const who = `${data.judges[judge]} \u00b7 ${data.properties[p]}`;
    if (!of) return `${who}: not fitted`;
    const [weight, degree, low, high, planted] = of;
    return `${who}: ${percent(degree)} %${low === undefined ? ', no interval published' : ` (95 %: ${percent(low)} to ${percent(high)} %)`} \u00b7 weight ${number(weight)}`
      + (planted === undefined ? '' : ` \u00b7 planted ${percent(planted)} %`) + (pairs === undefined ? '' : ` \u00b7 ${pairs.toLocaleString('en')} pairs`);
  };
  const named = mark => {
    if (mark.dataset.detail) return mark.dataset.detail;
    if (mark.closest('[data-slot="degrees"]')) {
      const row = mark.closest('[data-row]');
      return degreeOf(mark.dataset.series === undefined ? columnsOf(row).indexOf(mark) : +mark.dataset.series, +row.dataset.row);
    }
    const [a, b] = cellOf(mark), of = data.similarities[+one('metric').value];
    if (a === b) return `${judgeAt(of, a)} \u00b7 itself`;
    const cell = cellAt(of, a, b);
    return `${judgeAt(of, a)} \u00b7 ${judgeAt(of, b)}: ${cell[0] === null ? `no value, ${cell[3]}` : likeness(cell)}; ${cell[1]} properties`;
  };
  const tip = document.querySelector('.tip');
  const details = figureMarks({ tip: () => tip, selector: 'svg.drawing :is(.mark,[data-series])', text: named });
  document.addEventListener('keydown', event => { if (event.key === 'Escape') details.hide(); });

  // ---- saving
  const colours = getComputedStyle(document.documentElement);
  const rules = () => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.selectorText?.startsWith('.drawing'))
    .map(rule => rule.cssText).join('\n');
  // a picture is saved as wide windows show it
  const drawn = name => figureOf(name, wanted.get(name), document.querySelector(`[data-slot="${name}"]`).dataset.width);
  const standalone = svg => {
    const copy = svg.cloneNode(true);
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = `svg{font-family:${getComputedStyle(document.body).fontFamily.replace(/"/g, "'")};font-variant-numeric:tabular-nums}\n${rules()}`;
    for (const hidden of all('[display="none"]', copy)) hidden.remove();
    for (const mark of all('[data-here]', copy)) mark.removeAttribute('data-here');
    for (const name of ['data-walk', 'tabindex', 'aria-roledescription', 'aria-describedby']) copy.removeAttribute(name);
    for (const link of all('a[tabindex]', copy)) link.removeAttribute('tabindex');
    copy.setAttribute('role', 'img');
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
  const field = cell => {
    const text = typeof cell === 'string' ? cell.replace(/^[=+@\t\r-]/, "'$&") : String(cell ?? '');
    return /[",\r\n]|^ | $/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const csv = (columns, { rows }) => [columns, ...rows].map(row => row.map(field).join(',')).join('\n') + '\n';
  const json = (columns, { title, options, rows }) => JSON.stringify({
    title, provenance: { ...data.provenance, options: { ...data.provenance.options, ...options } }, rows: rows.map(row => Object.fromEntries(columns.map((column, c) => [column, row[c] ?? null]))),
  }, null, 2);
  for (const box of all('[data-save]')) box.addEventListener('click', async event => {
    const format = event.target.dataset.format, name = box.dataset.save, columns = data.columns[name];
    if (format === 'csv') save(csv(columns, exports[name]), 'text/csv', `${name}.csv`);
    else if (format === 'json') save(json(columns, exports[name]), 'application/json', `${name}.json`);
    else if (format === 'svg') save(standalone(await drawn(name)), 'image/svg+xml', `${name}.svg`);
    else if (format === 'png') picture(await drawn(name), `${name}.png`);
  });

  // ---- choices
  const check = () => { for (const box of all('#judges input')) box.checked = state.shown.includes(+box.value); };
  const choosing = judges => {
    state.shown = judges;
    check();
    dissection();
  };
  one('judges').addEventListener('change', event => {
    const judge = +event.target.value, chosen = event.target.checked ? [...state.shown, judge].sort((a, b) => a - b) : state.shown.filter(other => other !== judge);
    choosing(chosen.length > 0 ? chosen : [judge]);
  });
  one('judges-all')?.addEventListener('click', () => choosing(data.judges.map((_, judge) => judge)));
  one('judges-first')?.addEventListener('click', () => choosing(first));
  for (const id of ['group', 'order']) one(id).addEventListener('change', dissection);
  one('view')?.addEventListener('change', () => { state.view = one('view').value; dissection(); });
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
    const of = data.similarities[+one('metric').value], [a, b] = cellOf(cell).map(place => of.judges[place]);
    if (a === b) return;
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
