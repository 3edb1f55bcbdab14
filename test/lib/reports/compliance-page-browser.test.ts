import type { Page } from 'playwright-core';
import { compliancePage } from '../../../lib/reports/compliance-page';
import { describeInBrowser, FAINT_TEXTS, seen } from './browser';
import { complianceReport } from './compliance.fixtures';

const REPORT = complianceReport();
const PAGE = compliancePage(REPORT);
const OPEN_ALL = 'for (const details of document.querySelectorAll("details")) details.open = true';
/** Width between the margins of an A4 page, at 96 pixels to the inch. */
const A4_WIDTH = 688;

/** Runs in the page: what sticks out of the page to the right, but for what lies in a container that scrolls. */
const TOO_WIDE = `[...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
  .filter((element) => {
    const container = element.parentElement.closest('.scroll, nav ul, svg');
    return !container || getComputedStyle(container).overflowX === 'visible';
  })
  .map((element) => element.outerHTML.slice(0, 120))`;

/** Runs in the page: texts that are cut off because their cell is too narrow. */
const CUT_TEXTS = `[...document.querySelectorAll('th, td, h4, dd, .mark')]
  .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
  .map((element) => element.outerHTML.slice(0, 120))`;

describeInBrowser('reports/compliance.html in a browser', (open) => {
  const criteria = async (page: Page): Promise<string[]> =>
    page.locator('#criteria-list article').filter({ visible: true }).locator('.id').allInnerTexts();
  const ids = (test: (row: (typeof REPORT.criteria)[number]) => boolean): string[] =>
    REPORT.criteria.filter(test).map(({ id }) => id);

  test.each([
    ['ko-KR', '기준별 통제', '미준수 있음'],
    ['en-US', 'Criteria', 'Findings open'],
  ])('a reader whose browser speaks %s reads %s, in the lists as well', async (locale, heading, option) => {
    const page = await open(PAGE, { locale });
    expect(await seen(page.locator('#criteria-title'))).toBe(heading);
    expect(await page.locator('#filter-criteria-list-status option').allInnerTexts()).toContain(option);
  });

  test('the language is switched by keyboard, for every text and the title', async () => {
    const page = await open(PAGE, { locale: 'ko-KR' });
    expect(await page.title()).toBe('o-exampleorgid ISMS-P 통제 현황');
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await page.evaluate(OPEN_ALL);
    expect(await page.title()).toBe('o-exampleorgid ISMS-P control report');
    // Terms of the standard may follow their translation in brackets.
    expect((await seen(page.locator('main'))).match(/^.*\p{Script=Hangul}(?![^(]*\)).*$/gmu) ?? []).toEqual([]);
  });

  test('without scripts the page is in Korean, whole, and shows no control that would do nothing', async () => {
    const page = await open(PAGE, { javaScriptEnabled: false });
    expect(await seen(page.locator('#criteria-title'))).toBe('기준별 통제');
    expect(await criteria(page)).toHaveLength(101);
    expect(await page.getByRole('combobox').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
  });

  test.each([
    ['Status', 'failing', ids(({ status }) => status === 'failing')],
    ['Status', 'manual', ids(({ status }) => status === 'manual')],
    ['Section', '3', ids(({ id }) => id.startsWith('3.'))],
    [
      'Control turned on',
      'evidence',
      ids(({ controls }) => controls.some(({ behaviour, state }) => behaviour === 'evidence' && state === 'on')),
    ],
  ])('the list %s keeps the criteria that are %s', async (label, value, expected) => {
    const page = await open(PAGE);
    expect(expected.length).toBeGreaterThan(1);
    await page.locator('#criteria').getByLabel(label).selectOption(value);
    expect(await criteria(page)).toEqual(expected);
    expect(await seen(page.locator('#criteria output'))).toBe(`${expected.length} / 101`);
  });

  test.each([
    ['in', 80],
    ['out', 21],
  ])('the list of the scope keeps what is %s the profile: %d criteria', async (value, count) => {
    const page = await open(compliancePage(complianceReport({ profile: 'isms' })));
    await page.locator('#criteria').getByLabel('Scope').selectOption(value);
    expect(await criteria(page)).toHaveLength(count);
  });

  test('words and lists narrow together, hide empty domains, and open nothing', async () => {
    const page = await open(PAGE);
    await page.getByRole('searchbox', { name: 'Find criteria' }).fill('LogGroupRetention');
    const found = await criteria(page);
    expect(found).toContain('2.9.4');
    expect(found.length).toBeLessThan(20);
    expect(await page.locator('#d-1\\.1').isVisible()).toBe(false);
    expect(await page.locator('#criteria details[open]').count()).toBe(0);
    await page.locator('#criteria').getByLabel('Section').selectOption('1');
    expect(await criteria(page)).toEqual(found.filter((id) => id.startsWith('1.')));
    await page.getByRole('searchbox', { name: 'Find criteria' }).fill('');
    await page.locator('#criteria').getByLabel('Section').selectOption('');
    expect(await criteria(page)).toHaveLength(101);
    expect(await page.locator('#d-1\\.1').isVisible()).toBe(true);
  });

  test('a criterion is opened by keyboard, and all at once', async () => {
    const page = await open(PAGE);
    const unit = page.locator('#c-2\\.9\\.4');
    expect(await unit.getByRole('table').isVisible()).toBe(false);
    await unit.locator('summary').first().press('Enter');
    expect(await unit.getByRole('table', { name: 'Controls of 2.9.4' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Expand all' }).press('Enter');
    expect(await page.locator('details.unit[open]').count()).toBe(101);
    await page.getByRole('button', { name: 'Collapse all' }).press('Enter');
    expect(await page.locator('details.unit[open]').count()).toBe(0);
  });

  test('the inventory is narrowed by behaviour, state and mechanism', async () => {
    const page = await open(PAGE);
    const inventory = page.locator('#inventory');
    await inventory.getByLabel('Behaviour').selectOption('detective');
    await inventory.getByLabel('State').selectOption('failing');
    await inventory.getByLabel('Mechanism').selectOption('config-rule');
    const rows = await inventory.locator('[data-row]').filter({ visible: true }).allInnerTexts();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('S3_BUCKET_SSL_REQUESTS_ONLY');
  });

  test('headings follow each other, tables name their columns, lists have labels, links lead somewhere', async () => {
    const page = await open(PAGE);
    await page.evaluate(OPEN_ALL);
    const levels = (await page.evaluate(
      '[...document.querySelectorAll("h1,h2,h3,h4,h5")].map((h) => +h.tagName[1])',
    )) as number[];
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const faults = await page.evaluate(`({
      tables: [...document.querySelectorAll('table')].filter((table) => !table.caption?.innerText || !table.querySelector('thead th[scope=col]')).length,
      headless: [...document.querySelectorAll('tbody tr')].filter((row) => !row.querySelector('th[scope]') && !row.matches('.off')).length,
      unnamed: [...document.querySelectorAll('input, select')].filter((field) => field.labels.length !== 1).length,
      drawings: [...document.querySelectorAll('svg')].filter((svg) => svg.getAttribute('aria-hidden') !== 'true').length,
      dangling: [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.getElementById(link.hash.slice(1))).length,
      twice: document.querySelectorAll('[id]').length - new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size,
    })`);
    expect(faults).toEqual({ tables: 0, headless: 0, unnamed: 0, drawings: 0, dangling: 0, twice: 0 });
  });

  test('every state is said in words and by a sign of its own, not by colour alone', async () => {
    const page = await open(PAGE);
    await page.evaluate(OPEN_ALL);
    const marks = new Set((await page.locator('.mark, .state').allInnerTexts()).map((text) => text.trim()));
    expect([...marks].sort()).toEqual(
      [
        '✓ In force',
        '✗ Findings open',
        '○ Not turned on',
        '◐ Evidence only',
        '◇ Manual',
        '✓ On',
        '✗ Failing',
        '○ Off',
      ].sort(),
    );
  });

  test.each((['ko-KR', 'en-US'] as const).flatMap((locale) => [1200, 390].map((width) => ({ locale, width }))))(
    'nothing is wider than the page of $width px in $locale, however long the names',
    async ({ locale, width }) => {
      const long = 'x'.repeat(128);
      const markup = compliancePage({
        ...REPORT,
        organizationId: long,
        legal: REPORT.legal.map((row) => ({ ...row, accounts: [long] })),
        exceptions: REPORT.exceptions.map((row) => ({ ...row, subject: long, reason: long, approver: long })),
      });
      const page = await open(markup, { locale, viewport: { width, height: 844 } });
      await page.evaluate(OPEN_ALL);
      expect(await page.evaluate(TOO_WIDE)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    },
  );

  test.each(['ko-KR', 'en-US'])('is printed in %s on A4, unfolded, with nothing cut off', async (locale) => {
    const page = await open(PAGE, { locale, viewport: { width: A4_WIDTH, height: 970 } });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.evaluate(TOO_WIDE)).toEqual([]);
    expect(await page.evaluate(CUT_TEXTS)).toEqual([]);
    expect(await page.locator('#filter-criteria-list').isVisible()).toBe(false);
  });

  test('is a PDF on A4 whose headings repeat on each page and whose rows stay whole', async () => {
    const page = await open(
      compliancePage({ ...REPORT, criteria: REPORT.criteria.filter(({ domain }) => domain === '2.5') }),
    );
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) =>
      size.map(Number).map(Math.round),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(new Set(sizes.map(String))).toEqual(new Set(['595,842']));
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.evaluate(
        '[getComputedStyle(document.querySelector("thead")).display, getComputedStyle(document.querySelector("tbody tr")).breakInside]',
      ),
    ).toEqual(['table-header-group', 'avoid-page']);
  });

  test.each(['light', 'dark'] as const)('the contrast in %s is enough to read (WCAG AA)', async (colorScheme) => {
    const page = await open(PAGE, { colorScheme });
    await page.evaluate(OPEN_ALL);
    expect(await page.evaluate(FAINT_TEXTS)).toEqual([]);
  });
});
