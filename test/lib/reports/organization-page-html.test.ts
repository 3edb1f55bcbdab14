import { html, say, shortList, thousands } from '../../../lib/reports/page/html';

test.each([
  ['text is escaped', html`<p title="${'"'}">${`<&'>`}</p>`, '<p title="&quot;">&lt;&amp;&#39;&gt;</p>'],
  ['markup is kept', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
  ['lists are joined', html`${['<', [html`<br>`, 1]]}`, '&lt;<br>1'],
  ['nothing is nothing', html`<p>${undefined}</p>`, '<p></p>'],
  [
    'indentation is left out, that of the text is kept',
    html`<p>
      ${'a\n  b'}</p>`,
    '<p>\na\n  b</p>',
  ],
  ['words that are equal stand once', say({ ko: 'OU', en: 'OU' }), 'OU'],
  ['words that differ stand twice', say({ ko: '예', en: 'Y' }), '<span lang="ko">예</span><span lang="en">Y</span>'],
])('%s', (_, { markup }, expected) => {
  expect(markup).toBe(expected);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [120000, '120,000'],
  [1234567, '1,234,567'],
])('%d reads %s', (value, text) => {
  expect(thousands(value)).toBe(text);
});

test.each([
  [8, undefined],
  [9, '1 more'],
  [20, '12 more'],
])('a list of %d items hides behind a click: %s', (count, rest) => {
  const { markup } = shortList(Array.from({ length: count }, (_, index) => `item ${index}`));
  expect(markup.match(/<li>/g)).toHaveLength(count);
  expect(markup.match(/\d+ more/)?.[0]).toBe(rest);
});
