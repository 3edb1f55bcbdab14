import { createHash } from 'node:crypto';
import type { LocalizedText } from '../../../constructs';
import type { LoadedOrganization } from '../../load-config';
import type { Finding } from '../findings';
import type { Summary } from '../summary';
import { controlTowerSection } from './control-tower';
import { findingsSection } from './findings';
import { guardrailsSection } from './guardrails';
import { Html, html, say } from './html';
import { pageHeader } from './page-header';
import { proofsSection } from './proofs';
import { SCRIPT } from './script';
import { stacksSection } from './stacks';
import { STYLE } from './style';
import { treeSection } from './tree';

/** Sections that the reader can jump to. */
const SECTIONS: readonly (LocalizedText & { readonly id: string })[] = [
  { id: 'organization', ko: '조직 구성', en: 'Organization' },
  { id: 'guardrails', ko: '가드레일', en: 'Guardrails' },
  { id: 'proofs', ko: '증명', en: 'Proofs' },
  { id: 'control-tower', ko: 'Control Tower', en: 'Control Tower' },
  { id: 'stacks', ko: '스택', en: 'Stacks' },
  { id: 'findings', ko: '검사 결과', en: 'Findings' },
  { id: 'warnings', ko: '경고', en: 'Warnings' },
];

/**
 * The organization on one page, in Korean and English, for people who read no YAML: reviewers and auditors.
 *
 * Self-contained: the policy in its head lets it load nothing and run only its own script. Holds no date, so that equal
 * input gives equal bytes.
 */
export function organizationPage(
  organization: LoadedOrganization,
  summary: Summary,
  findings: readonly Finding[],
): string {
  const title = {
    ko: `${summary.organizationId} 조직 거버넌스`,
    en: `${summary.organizationId} organization governance`,
  };
  const page = html`<!DOCTYPE html>
    <html lang="ko" data-ko="${title.ko}" data-en="${title.en}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${digest(SCRIPT)}'; style-src '${digest(STYLE)}'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <title>${title.ko}</title>
    <link rel="icon" href="data:,">
    <style>${new Html(STYLE)}</style>
    <script>${new Html(SCRIPT)}</script>
    </head>
    <body>
    <a class="skip" href="#main">${say({ ko: '본문으로 건너뛰기', en: 'Skip to the content' })}</a>
    ${pageHeader(organization, summary)}
    <nav aria-labelledby="contents"><h2 id="contents" class="aside">${say({ ko: '목차', en: 'Contents' })}</h2>
    <ul>${SECTIONS.map((section) => html`<li><a href="#${section.id}">${say(section)}</a></li>`)}</ul></nav>
    <main id="main">
    ${treeSection(organization)}
    ${guardrailsSection(organization, summary.criteria)}
    ${proofsSection(organization)}
    ${controlTowerSection(organization)}
    ${stacksSection(organization.model, summary)}
    ${findingsSection(findings, summary.warnings)}
    </main>
    <footer><p>${say({
      ko: '설정 파일만으로 만든 페이지입니다. AWS를 조회하지 않으며, 설정이 같으면 내용도 같습니다. 날짜는 설정의 커밋을 보세요.',
      en: 'Made from the configuration alone: nothing was read from AWS, and equal configuration gives an equal page. Its date is the date of the commit.',
    })}</p></footer>
    </body>
    </html>
    `;
  return page.markup;
}

/** What a content security policy calls an inline script or style. */
function digest(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
