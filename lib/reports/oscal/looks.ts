import type { LocalizedText } from '../../../constructs';
import { isAtWork } from '../../compliance/at-work';
import type { ReportedControl, ReportedCriterion } from '../../compliance/compliance-report';
import { isInForce, isTechnical } from './parts';

/** One way of looking at the organization. */
export interface Look {
  readonly id: 'synth' | 'live';
  readonly tool: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  /** Verdicts on resources. @default - the control gives none */
  readonly verdicts: (control: ReportedControl) => ReportedControl['result'];
  /** Whether it says something of a technical control. */
  readonly sees: (control: ReportedControl) => boolean;
  /** Whether it judges a criterion, by the controls that it sees. */
  readonly judges: (seen: readonly ReportedControl[]) => boolean;
}

/** The config and the templates. */
export const SYNTH: Look = {
  id: 'synth',
  tool: 'cdk-org-governance',
  title: { ko: '템플릿 검사', en: 'Checks of the templates' },
  description: {
    ko: '배포할 템플릿과 설정에서 확인한 기술적 통제입니다. 사람이 하는 부분은 판정하지 않습니다.',
    en: 'Technical controls as the config and the templates have them. The manual part of a criterion is not judged.',
  },
  verdicts: (control) => control.result,
  sees: isInForce,
  judges: () => true,
};

/** An export of AWS Config. */
export const LIVE: Look = {
  id: 'live',
  tool: 'AWS Config',
  title: { ko: 'AWS Config 평가', en: 'Evaluations of AWS Config' },
  description: {
    ko: '내보낸 AWS Config 평가 결과입니다. 평가된 리소스가 있는 기준만 판정합니다.',
    en: 'Evaluations exported from AWS Config. Only criteria with an evaluated resource are judged.',
  },
  verdicts: (control) => control.live,
  sees: (control) => control.live !== undefined,
  judges: (seen) => seen.some(({ live }) => live !== undefined && live.compliant + live.nonCompliant > 0),
};

/** The technical controls of a criterion that a look says something of. */
export const seenBy = (look: Look, criterion: ReportedCriterion): ReportedControl[] =>
  criterion.controls.filter((control) => isTechnical(control) && look.sees(control));

/** What a look says of the technical part of a criterion. */
export const OUTCOMES = {
  pass: {
    ko: '적용된 기술적 통제에 미준수 결과가 없습니다.',
    en: 'Technical controls are in force without an open finding.',
  },
  fail: { ko: '미준수 결과가 있습니다.', en: 'Findings are open.' },
  other: {
    ko: '켜진 기술적 통제가 없거나, 켠 검사에서 준수로 확인한 리소스가 없습니다.',
    en: 'No technical control is turned on, or the checks that are found no compliant resource.',
  },
} as const;

/** The outcome of the controls that a look sees. */
export function outcome(look: Look, seen: readonly ReportedControl[]): keyof typeof OUTCOMES {
  if (seen.some((control) => (look.verdicts(control)?.nonCompliant ?? 0) > 0)) return 'fail';
  const works = seen.some((control) => {
    const result = look.verdicts(control);
    return isAtWork({ state: 'on', ...(result && { result }) });
  });
  return works ? 'pass' : 'other';
}
