import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

const executablePath = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

const HOW_TO_INSTALL = 'no Chromium found: install it (`apt-get install chromium`) or name it in CHROMIUM_PATH';

/** Opens markup as a file and notes every console message, error and request except the one for the file itself. */
export type OpenPage = (markup: string, options?: BrowserContextOptions) => Promise<Page>;

/** Tests of a page in a browser; fails each after which the page has complained, and skips all without a browser. */
export function describeInBrowser(title: string, tests: (open: OpenPage) => void): void {
  if (executablePath === undefined && process.env.CI !== 'true') {
    console.warn(`the tests of ${title} are skipped, ${HOW_TO_INSTALL}`);
    describe.skip(title, () => tests(() => Promise.reject(new Error(HOW_TO_INSTALL))));
    return;
  }
  describe(title, () => {
    jest.setTimeout(60_000);
    let browser: Browser;
    let folder: string;
    let complaints: string[];

    beforeAll(async () => {
      if (executablePath === undefined) throw new Error(HOW_TO_INSTALL);
      folder = mkdtempSync(join(tmpdir(), 'page-'));
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

    tests(async (markup, options = {}) => {
      const file = join(folder, 'page.html');
      writeFileSync(file, markup);
      const page = await (await browser.newContext({ locale: 'en-US', ...options })).newPage();
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (request.url() !== pathToFileURL(file).href) complaints.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      return page;
    });
  });
}

/** The text that a reader sees: that of one language. */
// biome-ignore lint/performance/useDomNodeTextContent: textContent would hold the hidden language as well
export const seen = (locator: Locator): Promise<string> => locator.innerText();

/** Runs in the page: every visible element with text of its own whose contrast with what lies behind it is below 4.5. */
export const FAINT_TEXTS = `(() => {
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
