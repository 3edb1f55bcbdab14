/** What a page does in the browser: language, filters, folding; it works without, in Korean and unfiltered. */
export const PAGE_SCRIPT = `(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const speak = (language) => {
    root.lang = language;
    document.title = root.dataset[language];
    for (const option of all('option[data-ko]')) option.textContent = option.dataset[language];
    for (const button of all('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    }
  };

  const valuesOf = (row, { column, attribute }) => {
    if (attribute) return row.dataset[attribute].split(' ');
    return [row.cells[column].dataset.value ?? row.cells[column].textContent];
  };

  const filter = (name) => {
    const area = document.getElementById(name);
    const input = document.getElementById('filter-' + name);
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const choices = all('[data-narrows="' + name + '"]').filter((select) => select.value !== '');
    const narrowed = words.length > 0 || choices.length > 0;
    const rows = all('[data-row]', area);
    for (const row of rows) {
      const text = words.length > 0 ? (row.dataset.row + ' ' + row.textContent).toLowerCase() : '';
      row.hidden =
        !choices.every((select) => valuesOf(row, select.dataset).includes(select.value)) ||
        !words.every((word) => text.includes(word));
    }
    for (const group of all('[data-group]', area)) {
      group.hidden = narrowed && !group.querySelector('[data-row]:not([hidden])');
    }
    for (const unit of all('details.unit', area)) {
      if (narrowed && unit.querySelector('[data-row]')) unit.open = true;
    }
    const shown = rows.filter((row) => !row.hidden).length;
    document.querySelector('output[for~="filter-' + name + '"]').value = !narrowed ? '' : shown + ' / ' + rows.length;
  };

  const fold = (area, open) => {
    for (const unit of all('details.unit', document.getElementById(area))) unit.open = open;
  };

  const start = () => {
    for (const element of all('[data-scripted]')) element.hidden = false;
    for (const button of all('[data-language]')) button.onclick = () => speak(button.dataset.language);
    for (const input of all('[data-filters]')) input.oninput = () => filter(input.dataset.filters);
    for (const select of all('[data-narrows]')) select.onchange = () => filter(select.dataset.narrows);
    for (const button of all('[data-unfold]')) button.onclick = () => fold(button.dataset.unfold, true);
    for (const button of all('[data-fold]')) button.onclick = () => fold(button.dataset.fold, false);
    for (const button of all('[data-fill]')) {
      button.onclick = () => {
        const input = document.getElementById('filter-' + button.dataset.fill);
        input.value = button.value;
        filter(button.dataset.fill);
        input.focus();
      };
    }
    speak(root.lang);
  };

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const details of closed) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });

  const preferred = navigator.languages.find((tag) => /^(ko|en)\\b/i.test(tag)) ?? 'en';
  root.lang = preferred.slice(0, 2).toLowerCase();
  document.addEventListener('DOMContentLoaded', start);
})();
`;
