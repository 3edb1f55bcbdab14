import type { Page } from 'playwright-core';
import { describeInBrowser, FAINT_TEXTS, type OpenPage, seen } from './browser';
import { attachment, grownGraph, matrixOf, NETWORK, pageOf, SAME_SEGMENT, vpc } from './network.fixtures';

const SMALL = pageOf(NETWORK);

const grown = (vpcs: number, segments: number): string => {
  const graph = grownGraph(vpcs, segments);
  return pageOf({ graph, matrix: matrixOf(graph, SAME_SEGMENT) });
};

/** Names as wide as they can be, and everything that has no segment. */
const WIDE = (() => {
  const wide = `${'m'.repeat(40)}-${'w'.repeat(22)}`;
  const graph = {
    vpcs: [vpc(wide, '100.100.100.0/24')],
    attachments: [
      attachment(wide, wide, ['100.100.100.0/24', '100.100.101.0/24']),
      attachment('w'.repeat(63), wide, [], 'firewall' as const),
      attachment('m'.repeat(63), undefined, ['192.168.100.0/24'], 'site' as const),
    ],
    routeTables: [{ name: wide, routes: [] }],
  };
  return pageOf({ graph, matrix: matrixOf(graph, () => undefined) });
})();

/** Runs in the page: the labels that reach over the edge of their box. */
const ESCAPED_LABELS = `[...document.querySelectorAll('.topology .node')].flatMap((node) => {
  const box = node.querySelector('rect').getBBox();
  return [...node.querySelectorAll('text')].filter((text) => {
    const label = text.getBBox();
    return label.x < box.x || label.x + label.width > box.x + box.width || label.y < box.y || label.y + label.height > box.y + box.height;
  }).map((text) => text.textContent);
})`;

/** Runs in the page: the pairs of boxes that overlap. */
const OVERLAPS = `(() => {
  const boxes = [...document.querySelectorAll('.topology .node rect')].map((rect) => rect.getBBox());
  return boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).length).reduce((sum, one) => sum + one, 0);
})()`;

describeInBrowser('reports/network.html in a browser', (open: OpenPage) => {
  const labels = (page: Page): Promise<string[]> =>
    page.locator('.topology .node.internet .name tspan:visible').allTextContents();

  test.each([
    ['ko-KR', '구성도', '인터넷'],
    ['en-US', 'Topology', 'internet'],
  ])('a reader whose browser speaks %s reads %s, in the drawing as well', async (locale, heading, label) => {
    const page = await open(SMALL, { locale });
    expect(await seen(page.locator('#topology-title'))).toBe(heading);
    expect(await labels(page)).toEqual([label]);
  });

  test('the switch of the language reaches the whole page', async () => {
    const page = await open(SMALL);
    expect(await seen(page.locator('main'))).not.toMatch(/\p{Script=Hangul}/u);
    await page.getByRole('button', { name: '한국어' }).click();
    expect(await labels(page)).toEqual(['인터넷']);
    expect(await seen(page.locator('#matrix-table'))).toContain('방화벽 경유');
    expect(await page.title()).toBe('o-exampleorgid 네트워크');
  });

  test.each([
    ['a small network', SMALL],
    ['40 VPCs', grown(40, 6)],
    ['1,000 VPCs', grown(1000, 12)],
    ['the widest names', WIDE],
  ])('of %s, labels stay in their boxes, boxes apart, and the page within 1,200 px', async (_, markup) => {
    for (const locale of ['ko-KR', 'en-US']) {
      const page = await open(markup, { locale, viewport: { width: 1200, height: 900 } });
      expect(await page.evaluate(ESCAPED_LABELS)).toEqual([]);
      expect(await page.evaluate(OVERLAPS)).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1200);
    }
  });

  test.each([SMALL, WIDE])('nothing is wider than a phone', async (markup) => {
    const page = await open(markup, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  test('a segment leads to its routes by keyboard', async () => {
    const page = await open(SMALL, { reducedMotion: 'reduce' });
    const segment = page.locator('.topology a', { hasText: 'nonprod' });
    await segment.focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#segment-nonprod');
    const { y = Number.NaN } = (await page.locator('#segment-nonprod').boundingBox()) ?? {};
    expect(y).toBeLessThan(page.viewportSize()?.height ?? 0);
  });

  test('what does not fit is scrolled by keyboard inside its container', async () => {
    const page = await open(SMALL, { viewport: { width: 700, height: 900 } });
    const drawing = page.getByRole('group', { name: 'Topology' });
    await drawing.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction("document.querySelector('.drawing').scrollLeft > 0");
  });

  test('every box and line has a tooltip', async () => {
    const page = await open(SMALL);
    expect(await page.locator('.drawing .node:not(:has(> title)), .drawing .edge:not(:has(> title))').count()).toBe(0);
    const line = page.locator('.drawing .edge.static title', { hasText: 'prod → firewall' }).first();
    expect(await line.textContent()).toContain('정적 경로 / static routes: ');
  });

  test('routes of a large segment are folded away and opened by keyboard', async () => {
    const page = await open(grown(200, 2));
    const table = page.locator('#segment-segment-0-table');
    expect(await table.isVisible()).toBe(false);
    await page.locator('#routes summary').first().press('Enter');
    expect(await table.isVisible()).toBe(true);
  });

  test('without scripts the page is in Korean and whole', async () => {
    const page = await open(SMALL, { javaScriptEnabled: false });
    expect(await seen(page.locator('#matrix-title'))).toBe('도달 가능성');
    expect(await labels(page)).toEqual(['인터넷']);
  });

  test('on paper the drawing is as wide as the page and nothing is cut off', async () => {
    const page = await open(SMALL, { viewport: { width: 700, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    const [drawing, paper] = await page.evaluate<[number, number]>(
      "[document.querySelector('.drawing svg').getBoundingClientRect().width, document.querySelector('main').clientWidth]",
    );
    expect(drawing).toBeLessThanOrEqual(paper);
  });

  test.each(['light', 'dark'] as const)('the contrast in %s is enough to read (WCAG AA)', async (colorScheme) => {
    const page = await open(SMALL, { colorScheme });
    expect(await page.evaluate(FAINT_TEXTS)).toEqual([]);
  });
});
