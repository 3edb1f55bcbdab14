import type { LocalizedText } from '../../constructs';
import type { ReportedControl, ReportedCriterion, ReportedException } from './compliance-report';

/** What a terminal and a diff call a status. */
export const STATUS_WORDS: Readonly<Record<ReportedCriterion['status'], LocalizedText>> = {
  'in-force': { en: 'in force', ko: '적용 중' },
  failing: { en: 'failing', ko: '미준수 있음' },
  'not-turned-on': { en: 'not turned on', ko: '꺼져 있음' },
  'evidence-only': { en: 'evidence only', ko: '증적만' },
  manual: { en: 'manual', ko: '수동' },
};

/** What a terminal and a diff call a behaviour. */
export const BEHAVIOUR_WORDS: Readonly<Record<ReportedControl['behaviour'], LocalizedText>> = {
  preventive: { en: 'preventive', ko: '예방' },
  proactive: { en: 'proactive', ko: '사전 검사' },
  detective: { en: 'detective', ko: '탐지' },
  evidence: { en: 'evidence', ko: '증적' },
  manual: { en: 'manual', ko: '수동' },
};

/** What a terminal and a diff call a state. */
export const STATE_WORDS: Readonly<Record<ReportedControl['state'], LocalizedText>> = {
  on: { en: 'on', ko: '켜짐' },
  off: { en: 'off', ko: '꺼짐' },
  failing: { en: 'failing', ko: '미준수' },
  manual: { en: 'manual', ko: '수동' },
};

/** What a terminal and a diff call a kind of exception. */
export const EXCEPTION_WORDS: Readonly<Record<ReportedException['kind'], LocalizedText>> = {
  acknowledgement: { en: 'acknowledged finding', ko: '승인한 검사 결과' },
  exclusion: { en: 'excluded finding of AWS Config', ko: 'AWS Config 결과 제외' },
  'disabled-rule': { en: 'AWS Config rule turned off', ko: '끈 AWS Config 규칙' },
  'disabled-check': { en: 'check turned off', ko: '끈 검사' },
  'guardrail-left-out': { en: 'guardrail left out', ko: '제외한 가드레일' },
};
