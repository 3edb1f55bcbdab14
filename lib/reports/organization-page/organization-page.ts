import type { LoadedOrganization } from '../../load-config';
import type { Finding } from '../findings';
import { type PageSection, pageDocument } from '../page/document';
import { html } from '../page/html';
import type { Summary } from '../summary';
import { controlTowerSection } from './control-tower';
import { findingsSection } from './findings';
import { guardrailsSection } from './guardrails';
import { pageHeader } from './page-header';
import { proofsSection } from './proofs';
import { stacksSection } from './stacks';
import { ORGANIZATION_STYLE } from './style';
import { treeSection } from './tree';

/** Sections that the reader can jump to. */
const SECTIONS: readonly PageSection[] = [
  { id: 'organization', ko: '조직 구성', en: 'Organization' },
  { id: 'guardrails', ko: '가드레일', en: 'Guardrails' },
  { id: 'proofs', ko: '증명', en: 'Proofs' },
  { id: 'control-tower', ko: 'Control Tower', en: 'Control Tower' },
  { id: 'stacks', ko: '스택', en: 'Stacks' },
  { id: 'findings', ko: '검사 결과', en: 'Findings' },
  { id: 'warnings', ko: '경고', en: 'Warnings' },
];

/** The organization on one page, in Korean and English, for people who read no YAML: reviewers and auditors. */
export function organizationPage(
  organization: LoadedOrganization,
  summary: Summary,
  findings: readonly Finding[],
): string {
  return pageDocument({
    title: {
      ko: `${summary.organizationId} 조직 거버넌스`,
      en: `${summary.organizationId} organization governance`,
    },
    header: pageHeader(organization, summary),
    sections: SECTIONS,
    main: html`${treeSection(organization)}
    ${guardrailsSection(organization, summary.criteria)}
    ${proofsSection(organization)}
    ${controlTowerSection(organization)}
    ${stacksSection(organization.model, summary)}
    ${findingsSection(findings, summary.warnings)}`,
    style: ORGANIZATION_STYLE,
  });
}
