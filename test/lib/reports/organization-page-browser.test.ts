import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { ACKNOWLEDGED, grown, OPEN, pageOf, SAMPLE, withModel } from './organization-page.fixtures';

const executablePath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

const HOW_TO_INSTALL = 'no Chromium found: install it (`apt-get install chromium`) or name it in CHROMIUM_PATH';
if (executablePath === undefined && process.env.CI !== 'true') {
  console.warn(`the browser tests of reports/organization.html are skipped, ${HOW_TO_INSTALL}`);
}
const describeInBrowser = executablePath === undefined && process.env.CI !== 'true' ? describe.skip : describe;

describeInBrowser('reports/organization.html in a browser', () => {
  jest.setTimeout(60_000);
  let browser: Browser;
  let folder: string;
  let complaints: string[];

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error(HOW_TO_INSTALL);
    folder = mkdtempSync(join(tmpdir(), 'organization-page-'));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic', '--disable-sync'] });
  });
  afterAll(async () => {
    if (executablePath === undefined) return;
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    complaints = [];
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints).toEqual([]);
  });

  /** Opens a page and notes every console message, error and request except the one for the file itself. */
  async function open(markup: string, options: BrowserContextOptions = {}): Promise<Page> {
    const file = join(folder, 'organization.html');
    writeFileSync(file, markup);
    const page = await (await browser.newContext({ locale: 'en-US', ...options })).newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  /** The text that a reader sees: that of one language. */
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would hold the hidden language as well
  const seen = (locator: Locator): Promise<string> => locator.innerText();

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

/** Runs in the page: every visible element with text of its own whose contrast with what lies behind it is below 4.5. */
const FAINT_TEXTS = `(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return channels(colour)[3] === 0 ? behind(element.parentElement) : colour;
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  return [...document.body.querySelectorAll('*')]
    .filter((element) => hasText(element) && element.checkVisibility())
    .map((element) => {
      const [lower, higher] = [getComputedStyle(element).color, behind(element)].map(luminance).sort((a, b) => a - b);
      return { text: element.textContent.slice(0, 40), ratio: (higher + 0.05) / (lower + 0.05) };
    })
    .filter(({ ratio }) => ratio < 4.5);
})()`;
