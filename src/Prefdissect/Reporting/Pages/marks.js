'use strict';
// Details of the marks of figures, in dashboards and reports alike: beside the pointer, and by keyboard. A figure with marks is one stop of the tabulator key, its links with it; arrow keys walk
// from mark to mark and over the names that lead somewhere, which shows each and says it, Home and End go to the first and the last mark, Enter follows a link, Escape leaves it.
// Without this script the links are stops of their own.
//   tip: gives the box that shows details; selector: what is a mark; text: what a mark tells
const figureMarks = ({ tip, selector, text }) => {
  const unseen = (id, attributes) => {
    const made = document.createElement('p');
    Object.assign(made, { id, className: 'unseen' });
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    document.body.append(made);
    return made;
  };
  const said = unseen('mark-said', { 'aria-live': 'polite' });
  unseen('mark-hint', { hidden: '' }).textContent = 'Arrow keys walk through the marks, Enter follows a mark that leads somewhere, Escape leaves.';

  // A name beside the marks that leads somewhere is walked with them, and tells itself.
  const isName = mark => !mark.matches(selector);
  const tell = mark => isName(mark) ? [...new Set([mark.getAttribute('aria-label'), mark.querySelector('title')?.textContent])].filter(Boolean).join(': ') : text(mark);

  let at = null;
  const hide = () => { const box = tip(); if (box) box.hidden = true; };
  const show = (mark, x, y) => {
    const box = tip();
    if (!box) return;
    box.textContent = tell(mark);
    box.hidden = false;
    const { width, height } = box.getBoundingClientRect();
    box.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, x + 12))}px`;
    box.style.top = `${y + height + 24 > innerHeight ? y - height - 12 : y + 16}px`;
  };
  const beside = mark => { const box = mark.getBoundingClientRect(); show(mark, box.right - 12, Math.min(box.bottom - 12, innerHeight - 60)); };
  const leave = () => {
    at?.removeAttribute('data-here');
    at = null;
    said.textContent = '';
    hide();
  };
  const markOf = target => target instanceof Element ? target.closest(selector) : null;

  for (const kind of ['pointerover', 'pointermove', 'pointerdown']) document.addEventListener(kind, event => {
    const mark = markOf(event.target);
    if (mark) show(mark, event.clientX, event.clientY); else if (!at) hide();
  });
  document.addEventListener('focusin', event => {
    if (!(event.target instanceof Element) || event.target.matches('svg[data-walk]')) return;
    const mark = markOf(event.target) ?? event.target.querySelector(`:scope > :is(${selector})`);
    if (mark) beside(mark); else hide();
  });
  document.addEventListener('focusout', leave);
  document.addEventListener('scroll', () => { if (at) beside(at); else hide(); }, { passive: true, capture: true });

  // Rows that a script moves are read where they stand, everything else as it was drawn.
  const walkable = figure => [...figure.querySelectorAll(`:is(${selector}),a`)].filter(mark => !isName(mark) || !(mark.closest(selector) ?? mark.querySelector(selector)));
  const walked = figure => walkable(figure).filter(mark => mark.getClientRects().length > 0).map((mark, drawn) => {
    const box = mark.getBoundingClientRect(), row = mark.closest('[data-row]');
    return { mark, drawn, x: box.left + box.width / 2, y: box.top + box.height / 2, row: row && figure.contains(row) ? Math.round(row.getBoundingClientRect().top) : null };
  }).sort((a, b) => a.row !== b.row ? a.row - b.row : a.row === null ? a.drawn - b.drawn : Math.abs(a.y - b.y) > 3 ? a.y - b.y : a.x - b.x);
  const next = (marks, key) => {
    const here = marks.findIndex(of => of.mark === at), from = marks[here];
    const isBack = key === 'ArrowLeft' || key === 'ArrowUp';
    if (key === 'Home' || key === 'End' || !from) return marks.filter(of => !isName(of.mark)).at(key === 'End' || isBack ? -1 : 0);
    if (key === 'ArrowRight' || key === 'ArrowLeft') return marks[Math.max(0, Math.min(marks.length - 1, here + (isBack ? -1 : 1)))];
    const beyond = marks.filter(of => isName(of.mark) === isName(at) && (isBack ? from.y - of.y : of.y - from.y) > 3);
    if (beyond.length === 0) return from;
    const least = Math.min(...beyond.map(of => Math.abs(of.y - from.y)));
    return beyond.filter(of => Math.abs(of.y - from.y) < least + 3).reduce((best, of) => Math.abs(of.x - from.x) < Math.abs(best.x - from.x) ? of : best);
  };
  const walk = mark => {
    at?.removeAttribute('data-here');
    at = mark;
    mark.setAttribute('data-here', '');
    mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    beside(mark);
    said.textContent = tell(mark);
  };
  const follow = () => (at.closest('a') ?? at.querySelector('a') ?? at).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  const ways = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
  document.addEventListener('keydown', event => {
    if (!(event.target instanceof Element) || !event.target.matches('svg[data-walk]') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (at && !event.target.contains(at)) leave();
    if (ways.includes(event.key)) {
      const marks = walked(event.target);
      if (marks.some(of => !isName(of.mark))) walk(next(marks, event.key).mark);
    } else if (event.key === 'Enter' && at) follow();
    else if (event.key === 'Escape' && at) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  // Makes each figure in a part of the page one stop of the tabulator key.
  const ready = (root = document) => {
    for (const figure of root.querySelectorAll('svg:not([data-walk])')) {
      if (!figure.querySelector(selector)) continue;
      for (const [name, value] of Object.entries({ 'data-walk': '', tabindex: '0', role: 'application', 'aria-roledescription': 'figure', 'aria-describedby': 'mark-hint' })) figure.setAttribute(name, value);
      for (const link of figure.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
    }
  };
  return { hide, ready };
};
