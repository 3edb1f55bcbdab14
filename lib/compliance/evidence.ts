import type { LocalizedText } from '../../constructs';
import type { OrganizationModel } from '../model/organization-model';

/** A report that serves as evidence. */
export interface EvidenceReport {
  readonly title: LocalizedText;
  /** File in `reports/`. */
  readonly file: string;
  /** Part of the model without which it is not written. @default - it always is */
  readonly needs?: { readonly part: string; readonly missing: LocalizedText };
}

/** The reports that the catalogue links to criteria, by id. */
export const EVIDENCE_REPORTS: Readonly<Record<string, EvidenceReport>> = {
  'access-matrix': {
    title: { en: 'Access matrix', ko: '접근 권한표' },
    file: 'access-matrix.csv',
    needs: {
      part: 'identityCenter',
      missing: { en: 'The config has no identity-center.yaml.', ko: '설정에 identity-center.yaml이 없습니다.' },
    },
  },
  'control-coverage': {
    title: { en: 'Coverage of the criteria', ko: '인증기준별 통제 현황' },
    file: 'compliance.html',
  },
  'control-inventory': { title: { en: 'Control inventory', ko: '통제 목록' }, file: 'control-inventory.csv' },
  findings: { title: { en: 'Findings of the checks', ko: '검사 결과' }, file: 'findings.json' },
  'guardrail-proofs': {
    title: { en: 'Proofs of the guardrails', ko: '가드레일 증명' },
    file: 'organization.html',
    needs: {
      part: 'proofs',
      missing: { en: 'organization.yaml states no proof.', ko: 'organization.yaml에 증명이 없습니다.' },
    },
  },
  inventory: { title: { en: 'Register of accounts', ko: '계정 목록' }, file: 'accounts.csv' },
  reachability: {
    title: { en: 'Network reachability', ko: '네트워크 도달성 표' },
    file: 'reachability.csv',
    needs: {
      part: 'network',
      missing: { en: 'The config governs no network.', ko: '설정에서 네트워크를 관리하지 않습니다.' },
    },
  },
  'suppression-register': {
    title: { en: 'Register of exceptions', ko: '예외 대장' },
    file: 'suppression-register.csv',
  },
};

/** Why a report is not written, if it is not. */
export function missingEvidence({ needs }: EvidenceReport, model: OrganizationModel): LocalizedText | undefined {
  if (needs === undefined) return undefined;
  const part = Object.entries(model).find(([name]) => name === needs.part)?.[1];
  return part === undefined || (Array.isArray(part) && part.length === 0) ? needs.missing : undefined;
}
