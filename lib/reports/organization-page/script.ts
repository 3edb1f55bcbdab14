/** What the page does in the browser: language, filters, folding; it works without, in Korean and unfiltered. */
export const SCRIPT = `(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const speak = (language) => {
    root.lang = language;
    document.title = root.dataset[language];
    for (const button of all('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    }
  };

  const filter = (input) => {
    const area = document.getElementById(input.dataset.filters);
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const rows = all('[data-row]', area);
    for (const row of rows) {
      const text = (row.dataset.row + ' ' + row.textContent).toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    for (const group of all('[data-group]', area)) {
      group.hidden = words.length > 0 && !group.querySelector('[data-row]:not([hidden])');
    }
    for (const unit of all('details.unit', area)) {
      if (words.length > 0) unit.open = true;
    }
    const shown = rows.filter((row) => !row.hidden).length;
    input.parentElement.querySelector('output').value = words.length === 0 ? '' : shown + ' / ' + rows.length;
  };

  const fold = (area, open) => {
    for (const unit of all('details.unit', document.getElementById(area))) unit.open = open;
  };

  const start = () => {
    for (const element of all('[data-scripted]')) element.hidden = false;
    for (const button of all('[data-language]')) button.onclick = () => speak(button.dataset.language);
    for (const input of all('[data-filters]')) input.oninput = () => filter(input);
    for (const button of all('[data-unfold]')) button.onclick = () => fold(button.dataset.unfold, true);
    for (const button of all('[data-fold]')) button.onclick = () => fold(button.dataset.fold, false);
    for (const button of all('[data-fill]')) {
      button.onclick = () => {
        const input = document.getElementById('filter-' + button.dataset.fill);
        input.value = button.value;
        filter(input);
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
