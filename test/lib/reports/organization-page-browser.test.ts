import type { Page } from 'playwright-core';
import { describeInBrowser, FAINT_TEXTS, seen } from './browser';
import { ACKNOWLEDGED, grown, OPEN, pageOf, SAMPLE, withModel } from './organization-page.fixtures';

describeInBrowser('reports/organization.html in a browser', (open) => {
  const SMALL = pageOf(SAMPLE, [OPEN, ACKNOWLEDGED]);
  const visibleRows = (page: Page, area: string): Promise<number> =>
    page.locator(`#${area} [data-row]`).filter({ visible: true }).count();

  test.each([
    ['ko-KR', 'ko', '조직 구성'],
    ['en-US', 'en', 'The organization'],
    ['ja-JP', 'en', 'The organization'],
  ])('a reader whose browser speaks %s reads %s', async (locale, language, heading) => {
    const page = await open(SMALL, { locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await seen(page.locator('#organization-title'))).toBe(heading);
  });

  test('the language is switched by keyboard, for every text and the title', async () => {
    const page = await open(SMALL, { locale: 'ko-KR' });
    const english = page.getByRole('button', { name: 'English' });
    for (let presses = 0; presses < 5 && (await english.and(page.locator(':focus')).count()) === 0; presses++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('o-exampleorgid organization governance');
    expect(await english.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('span[lang="ko"]').filter({ visible: true }).count()).toBe(0);
    expect(await seen(page.locator('main'))).not.toMatch(/\p{Script=Hangul}/u);
  });

  test('without scripts the page is in Korean, whole, and shows no control that would do nothing', async () => {
    const page = await open(SMALL, { javaScriptEnabled: false });
    expect(await seen(page.locator('#organization-title'))).toBe('조직 구성');
    expect(await page.getByRole('searchbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'English' }).count()).toBe(0);
  });

  test('the filter keeps the guardrails that hold every word', async () => {
    const page = await open(SMALL);
    const all = await visibleRows(page, 'guardrails-table');
    await page.getByRole('searchbox', { name: 'Find guardrails' }).fill('LEAVE org');
    expect(await visibleRows(page, 'guardrails-table')).toBe(1);
    expect(await seen(page.locator('#guardrails output'))).toBe(`1 / ${all}`);
    expect(await page.getByRole('row', { name: 'Set workloads' }).count()).toBe(0);
    await page.getByRole('searchbox', { name: 'Find guardrails' }).fill('');
    expect(await visibleRows(page, 'guardrails-table')).toBe(all);
  });

  test('a criterion fills the filter', async () => {
    const page = await open(SMALL);
    const button = page.locator('.criteria button', { hasText: '2.9.4' });
    const [, count] = (await seen(button)).split(' ');
    await button.press('Enter');
    expect(await visibleRows(page, 'guardrails-table')).toBe(Number(count));
    expect(await page.locator('#filter-guardrails-table').inputValue()).toBe('2.9.4');
  });

  test('an account is found among 1,000, in an OU that was closed', async () => {
    const page = await open(pageOf(grown(1000)));
    expect(await page.getByText('service-777-prod', { exact: true }).first().isVisible()).toBe(false);
    await page.getByRole('searchbox', { name: 'Find accounts' }).fill('service-777');
    expect(await visibleRows(page, 'tree')).toBe(1);
    expect(await page.locator('#tree').getByText('service-777-prod').isVisible()).toBe(true);
  });

  test('all OUs are opened and closed at once, and printed open', async () => {
    const page = await open(pageOf(grown(100)));
    const opened = page.locator('details.unit[open]');
    const all = await page.locator('details.unit').count();
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(await opened.count()).toBe(all);
    await page.getByRole('button', { name: 'Collapse all' }).click();
    expect(await opened.count()).toBe(0);
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await opened.count()).toBe(all);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await opened.count()).toBe(0);
  });

  test.each(['ko-KR', 'en-US'])('nothing is wider than a phone in %s, however long the names', async (locale) => {
    const long = 'x'.repeat(128);
    const organization = withModel({
      accounts: SAMPLE.model.accounts.map((account) => ({ ...account, owner: long })),
      organizationalUnits: SAMPLE.model.organizationalUnits.map((ou) => ({ ...ou, name: long })),
    });
    const page = await open(pageOf(organization, [OPEN, ACKNOWLEDGED]), {
      locale,
      viewport: { width: 390, height: 844 },
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  describe.each(['light', 'dark'] as const)('the contrast in %s', (colorScheme) => {
    test('is enough to read (WCAG AA, 4.5 to 1) for every text of the page', async () => {
      const page = await open(SMALL, { colorScheme });
      expect(await page.evaluate(FAINT_TEXTS)).toEqual([]);
    });
  });

  test('what opens the page differs between light and dark', async () => {
    const colours = await Promise.all(
      (['light', 'dark'] as const).map(async (colorScheme) =>
        (await open(SMALL, { colorScheme })).evaluate('getComputedStyle(document.body).backgroundColor'),
      ),
    );
    expect(colours[0]).not.toBe(colours[1]);
  });
});
