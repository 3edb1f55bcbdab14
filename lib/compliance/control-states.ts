import type { LocalizedText } from '../../constructs';
import type { Control } from '../../constructs/kisms';
import { type KismsRuleCoverage, parseAcknowledgementReason } from '../../constructs/kisms-checks';
import { groupBy } from '../group-by';
import { attachmentKey } from '../policies/effective-policies';
import type { ReportedControl } from './compliance-report';
import { EVIDENCE_REPORTS, missingEvidence } from './evidence';
import { liveResult } from './live/live-results';
import { coveringPlaces } from './places';
import type { ComplianceSources } from './sources';

/** What becomes of a control in one organization. */
export type ControlState = Pick<ReportedControl, 'state' | 'where' | 'reason' | 'result' | 'live'>;

type StateOf = (reference: string) => ControlState;

const off = (reason: LocalizedText): ControlState => ({ state: 'off', where: [], reason });

/**
 * Controls that config files name by their control catalog id, which does not tell the name that AWS documents.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/controlreference/all-global-identifiers.html
 */
const CATALOG_IDS: Readonly<Record<string, string>> = {
  '5kvme4m5d2b4d7if2fs5yg2ui': 'AWS-GR_RESTRICT_ROOT_USER',
  ka8e3pkqefnjsxuyc26ji580: 'CT.MULTISERVICE.PV.1',
};

/** Decides the state of every control; a control of several criteria is decided once. */
export function controlStates(sources: ComplianceSources): (control: Control) => ControlState {
  const byMechanism: Readonly<Record<Control['mechanism'], StateOf>> = {
    guardrail: guardrails(sources),
    'control-tower': controlTower(sources),
    'kisms-check': templateRules(sources),
    'nag-rule': templateRules(sources),
    'guard-rule': () =>
      off({
        en: 'The second engine (kismsGuardPlugin) is not part of this app.',
        ko: '보조 검사 엔진(kismsGuardPlugin)을 쓰지 않습니다.',
      }),
    'config-rule': configRules(sources),
    report: reports(sources),
    manual: () => ({ state: 'manual', where: [] }),
  };
  const known = new Map<string, ControlState>();
  return ({ mechanism, reference }) => {
    const key = `${mechanism}/${reference}`;
    const state = known.get(key) ?? byMechanism[mechanism](reference);
    known.set(key, state);
    return state;
  };
}

function guardrails({ organization: { model }, settings }: ComplianceSources): StateOf {
  const uses = groupBy(
    model.guardrailSets.flatMap((set) => set.guardrails.map(({ id }) => ({ id, attachments: set.attachments }))),
    ({ id }) => id,
  );
  return (id) => {
    const where = uses.get(id)?.flatMap(({ attachments }) => attachments.map(attachmentKey)) ?? [];
    if (where.length > 0) return { state: 'on', where: unique(where) };
    const reason = settings.guardrailsLeftOut.get(id);
    return off(
      reason === undefined
        ? { en: 'No guardrail set names it.', ko: '이 프리셋을 쓰는 가드레일 묶음이 없습니다.' }
        : { en: reason, ko: reason },
    );
  };
}

function controlTower({ organization: { model } }: ComplianceSources): StateOf {
  const uses = groupBy(model.controls, ({ control }) => {
    const name = control.slice(control.lastIndexOf('/') + 1);
    return CATALOG_IDS[name] ?? name;
  });
  return (id) => {
    const rows = uses.get(id);
    if (rows) return { state: 'on', where: unique(rows.map(({ ou }) => ou)) };
    return off({
      en: 'control-tower.yaml does not name it. Mandatory controls are on all the same, and a control catalog id may stand for it.',
      ko: 'control-tower.yaml에 이름이 없습니다. 필수 통제는 적지 않아도 켜져 있고, 컨트롤 카탈로그 ID로 적은 통제일 수도 있습니다.',
    });
  };
}

/** Rules of cdk-nag and checks of our own: KismsChecks applies both and tallies what they met. */
function templateRules({ coverage, settings }: ComplianceSources): StateOf {
  const rules = new Map(coverage?.rules.map((rule) => [rule.id, rule]));
  const disabled = new Map(
    coverage?.disabledRules.map(({ id, reason }) => [id, parseAcknowledgementReason(reason).reason]),
  );
  return (name) => {
    const id = `Kisms-${name}`;
    const rule = rules.get(id);
    if (rule) return stateOf(rule);
    const reason = disabled.get(id);
    if (reason !== undefined) return off({ en: reason, ko: reason });
    if (!coverage) return off({ en: 'KismsChecks did not run.', ko: 'KismsChecks를 실행하지 않았습니다.' });
    return off({
      en: `The profile ${settings.profile} does not ask for it, or the installed cdk-nag lacks it.`,
      ko: `${settings.profile} 프로필에서 요구하지 않거나, 설치된 cdk-nag에 없는 규칙입니다.`,
    });
  };
}

function stateOf({ compliant, nonCompliant, suppressed, unknown, error }: KismsRuleCoverage): ControlState {
  const open = [...nonCompliant, ...error];
  const found = [...open, ...suppressed].map(({ path }) => path);
  const paths = [...compliant, ...unknown, ...found];
  return {
    state: open.length > 0 ? 'failing' : 'on',
    where: unique(paths.map((path) => path.split('/', 1)[0] as string)).sort(),
    ...(paths.length === 0 && { reason: { en: 'No resource of this kind.', ko: '해당하는 리소스가 없습니다.' } }),
    result: {
      compliant: compliant.length,
      nonCompliant: open.length,
      excepted: suppressed.length,
      unknown: unknown.length,
    },
  };
}

function configRules({ organization: { model }, settings, live }: ComplianceSources): StateOf {
  const rules = new Map(settings.rules.map((rule) => [rule.identifier, rule]));
  const where = coveringPlaces(model, settings.packAccounts);
  return (identifier) => {
    const rule = rules.get(identifier);
    if (!rule || rule.packs.length === 0) {
      return off(rule?.leftOut ?? { en: 'No conformance pack holds it.', ko: '이 규칙이 있는 적합성 팩이 없습니다.' });
    }
    if (where.length === 0) {
      return off({
        en: 'excludedAccounts leaves the packs no account.',
        ko: 'excludedAccounts 때문에 팩이 배포되는 계정이 없습니다.',
      });
    }
    const result = live && liveResult(live, identifier, settings.exclusions);
    return {
      state: result && result.nonCompliant > 0 ? 'failing' : 'on',
      where,
      ...(result && { live: result }),
    };
  };
}

function reports({ organization: { model } }: ComplianceSources): StateOf {
  return (id) => {
    const report = EVIDENCE_REPORTS[id];
    if (!report) return off({ en: 'Nobody writes this report.', ko: '작성하지 않는 보고서입니다.' });
    const missing = missingEvidence(report, model);
    return missing ? off(missing) : { state: 'on', where: [`reports/${report.file}`] };
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
