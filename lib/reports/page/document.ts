import { createHash } from 'node:crypto';
import type { LocalizedText } from '../../../constructs';
import { Html, html, say } from './html';
import { PAGE_SCRIPT } from './script';
import { PAGE_STYLE } from './style';

/** A section that the reader can jump to. */
export interface PageSection extends LocalizedText {
  readonly id: string;
}

/** What makes a page. */
export interface PageContent {
  readonly title: LocalizedText;
  readonly header: Html;
  readonly sections: readonly PageSection[];
  readonly main: Html;
  /** Style that only this page needs. */
  readonly style: string;
  /** What the page is made from. @default - the configuration alone */
  readonly footer?: LocalizedText;
}

const FROM_CONFIG: LocalizedText = {
  ko: '설정 파일만으로 만든 페이지입니다. AWS를 조회하지 않으며, 설정이 같으면 내용도 같습니다. 날짜는 설정의 커밋을 보세요.',
  en: 'Made from the configuration alone: nothing was read from AWS, and equal configuration gives an equal page. Its date is the date of the commit.',
};

/**
 * A page in Korean and English as one file.
 *
 * Self-contained: the policy in its head lets it load nothing and run only its own script. Holds no date, so that equal
 * input gives equal bytes.
 */
export function pageDocument({ title, header, sections, main, style: own, footer = FROM_CONFIG }: PageContent): string {
  const style = `${PAGE_STYLE}${own}`;
  const page = html`<!DOCTYPE html>
    <html lang="ko" data-ko="${title.ko}" data-en="${title.en}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${digest(PAGE_SCRIPT)}'; style-src '${digest(style)}'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <title>${title.ko}</title>
    <link rel="icon" href="data:,">
    <style>${new Html(style)}</style>
    <script>${new Html(PAGE_SCRIPT)}</script>
    </head>
    <body>
    <a class="skip" href="#main">${say({ ko: '본문으로 건너뛰기', en: 'Skip to the content' })}</a>
    ${header}
    <nav aria-labelledby="contents"><h2 id="contents" class="aside">${say({ ko: '목차', en: 'Contents' })}</h2>
    <ul>${sections.map((section) => html`<li><a href="#${section.id}">${say(section)}</a></li>`)}</ul></nav>
    <main id="main">
    ${main}
    </main>
    <footer><p>${say(footer)}</p></footer>
    </body>
    </html>
    `;
  return page.markup;
}

/** What a content security policy calls an inline script or style. */
function digest(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
