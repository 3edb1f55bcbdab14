import { accessPage } from '../../../lib/reports/access-page';
import { grownMatrix, MATRIX, row } from './access.fixtures';
import { describeInBrowser, FAINT_TEXTS, type OpenPage, seen } from './browser';

const SMALL = accessPage('o-exampleorgid', MATRIX);

describeInBrowser('reports/access.html in a browser', (open: OpenPage) => {
  const rows = async (page: Awaited<ReturnType<OpenPage>>): Promise<string[]> =>
    page.locator('#access-table [data-row]').filter({ visible: true }).allInnerTexts();

  test.each([
    ['ko-KR', '접근 권한', '관리자'],
    ['en-US', 'Access', 'Admin'],
  ])('a reader whose browser speaks %s reads %s, in the lists as well', async (locale, heading, option) => {
    const page = await open(SMALL, { locale });
    expect(await seen(page.locator('#access-title'))).toBe(heading);
    expect(await page.locator('#filter-access-table-4 option').allInnerTexts()).toContain(option);
  });

  test('the English page holds no Korean, the Korean one says how long a session is', async () => {
    const page = await open(SMALL);
    expect(await seen(page.locator('main'))).not.toMatch(/\p{Script=Hangul}/u);
    expect(await seen(page.locator('#sets-table'))).toContain('1 h 30 min');
    await page.getByRole('button', { name: '한국어' }).click();
    expect(await seen(page.locator('#sets-table'))).toContain('1시간 30분');
    expect(await page.title()).toBe('o-exampleorgid 접근 권한표');
  });

  test('lists and words narrow the table together, a group by its whole name', async () => {
    const page = await open(SMALL);
    const access = page.locator('#access');
    await access.getByLabel('Group').selectOption('dev');
    expect(await rows(page)).toHaveLength(2);
    await access.getByLabel('Find accounts').fill('shop-DEV');
    expect(await rows(page)).toHaveLength(1);
    expect(await seen(access.locator('output'))).toBe('1 / 3');
    await access.getByLabel('Find accounts').fill('');
    await access.getByLabel('Group').selectOption('');
    await access.getByLabel('Privilege').selectOption('admin');
    expect((await rows(page)).map((text) => text.includes('dev-ops'))).toEqual([true]);
    await access.getByLabel('Permission set').selectOption('Reader');
    expect(await rows(page)).toEqual([]);
    expect(await seen(access.locator('output'))).toBe('0 / 3');
  });

  test('a list is worked by keyboard', async () => {
    const page = await open(SMALL);
    await page.locator('#filter-access-table-3').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#filter-access-table-3').inputValue()).toBe('Admin');
    expect(await rows(page)).toHaveLength(1);
  });

  test('an account is found among 1,000', async () => {
    const page = await open(accessPage('o-exampleorgid', grownMatrix(1000)));
    await page.locator('#filter-access-table').fill('service-777-');
    await page.locator('#filter-access-table-2').selectOption('group-7');
    expect(await seen(page.locator('#access output'))).toBe('1 / 10000');
  });

  test('without scripts the page is in Korean, whole, and shows no control that would do nothing', async () => {
    const page = await open(SMALL, { javaScriptEnabled: false });
    expect(await seen(page.locator('#access-title'))).toBe('접근 권한');
    expect(await rows(page)).toHaveLength(3);
    expect(await page.getByRole('combobox').count()).toBe(0);
  });

  test.each(['ko-KR', 'en-US'])('nothing is wider than a phone in %s, however long the names', async (locale) => {
    const long = 'x'.repeat(128);
    const matrix = {
      ...MATRIX,
      administrator: long,
      assignments: [row({ account: long, group: long, permissionSet: long })],
    };
    const page = await open(accessPage('o-exampleorgid', matrix), { locale, viewport: { width: 390, height: 844 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  test.each(['light', 'dark'] as const)('the contrast in %s is enough to read (WCAG AA)', async (colorScheme) => {
    const page = await open(SMALL, { colorScheme });
    expect(await page.evaluate(FAINT_TEXTS)).toEqual([]);
  });
});
