import type { LocalizedText } from '../../constructs';
import type { ComplianceConfig } from '../config/schema/compliance';
import { checkSelector } from './check-selector';
import type { ComplianceContext } from './compliance-context';
import type { ComplianceModel, DisabledCheckRow, ExclusionRow, RemediationRow } from './compliance-model';
import { packOptions, packRegions } from './compliance-pack-options';
import { knownRule } from './compliance-rules';
import { quote } from './model-problem';
import { expandSelector } from './selector';

const FILE = 'compliance.yaml';

/** Why a rule is in no pack, by identifier; rules that are in one are missing. */
export type RulesLeftOut = ReadonlyMap<string, LocalizedText>;

/** What becomes of every rule of the catalogue in all Regions taken together. */
export function ruleStates(
  settings: Parameters<typeof packOptions>[0],
  { compliance, organization, list }: ComplianceContext,
): RulesLeftOut {
  const [home = [], ...others] = packRegions(organization).map((region) =>
    compliance.selectRules(packOptions(settings, organization.homeRegion, region)),
  );
  const elsewhere = new Map(others.flat().map(({ rule, leftOut }) => [rule.identifier, leftOut]));
  const onlyThere = home.flatMap(({ rule }) => (rule.availability === 'us-east-1' ? rule.identifier : []));
  const leftOut = new Map<string, LocalizedText>();
  for (const { rule, leftOut: reason } of home) {
    const { identifier } = rule;
    const there = onlyThere.includes(identifier) && elsewhere.has(identifier);
    const why = there ? elsewhere.get(identifier) : reason;
    if (why) leftOut.set(identifier, why);
  }
  const unreached = onlyThere.filter(
    (identifier) =>
      !elsewhere.has(identifier) &&
      !settings.rules.some(({ rule, enabled }) => rule === identifier && enabled === false),
  );
  if (organization.homeRegion !== 'us-east-1' && unreached.length > 0) {
    list.warning(['profile'], {
      en: `${unreached.join(', ')} evaluate in us-east-1 alone, which governedRegions of organization.yaml lacks, so that nobody checks them; govern us-east-1, or turn them off with a reason`,
      ko: `${unreached.join(', ')}은(는) us-east-1에서만 평가하는데 organization.yaml의 governedRegions에 없어 점검되지 않습니다: us-east-1을 추가하거나 이유를 적고 끄세요`,
    });
  }
  return leftOut;
}

/** The accepted findings, with the accounts that each is about. */
export function exclusionRows(
  { exclusions = [] }: ComplianceConfig,
  states: RulesLeftOut,
  context: ComplianceContext,
): ExclusionRow[] {
  const { list, tree, alsoKnown } = context;
  const noRegions = {
    en: 'an exclusion holds in every Region; remove regions',
    ko: '예외는 모든 리전에 적용됩니다: regions를 지우세요',
  };
  const rows = exclusions.map(({ rule, accounts, resource, reason, approver, expires }, index): ExclusionRow => {
    const path = ['exclusions', index];
    checkOn(rule, [...path, 'rule'], states, context);
    checkExpires(expires, [...path, 'expires'], context);
    if (accounts) checkSelector(tree, accounts, [...path, 'accounts'], { alsoKnown, noRegions }, list);
    return {
      rule,
      accounts: expandSelector(tree, accounts ?? { ous: ['Root'], includeManagement: true }).map(({ name }) => name),
      ...(resource !== undefined && { resource }),
      reason,
      approver,
      expires,
      source: { file: FILE, path },
    };
  });
  list.checkUnique(
    rows,
    ({ rule, resource, accounts }) => [rule, ...accounts, resource ?? ''].join(' ').trimEnd(),
    (index) => ['exclusions', index, 'rule'],
    { en: 'exclusion', ko: '예외' },
  );
  return rows;
}

/** The checks that do not run. */
export function disabledCheckRows({ checks }: ComplianceConfig, context: ComplianceContext): DisabledCheckRow[] {
  const { list, compliance } = context;
  const disabled = checks?.disabled ?? [];
  const at = (index: number) => ['checks', 'disabled', index, 'check'];
  list.checkUnique(disabled, ({ check }) => check, at, { en: 'check', ko: '검사' });
  const known = disabled.length > 0 ? compliance.checkNames() : [];
  return disabled.map((row, index) => {
    const path = ['checks', 'disabled', index];
    if (!known.includes(row.check)) {
      list.error(
        at(index),
        { en: `no check ${quote(row.check)}`, ko: `검사 ${quote(row.check)}이(가) 없습니다` },
        { word: row.check, candidates: known },
      );
    }
    checkExpires(row.expires, [...path, 'expires'], context);
    return { ...row, source: { file: FILE, path } };
  });
}

/** The rules that AWS Config may repair. */
export function remediationRow(
  { remediation }: ComplianceConfig,
  states: RulesLeftOut,
  context: ComplianceContext,
): RemediationRow | undefined {
  if (!remediation) return undefined;
  const { list, compliance } = context;
  const at = (index: number) => ['remediation', 'rules', index, 'rule'];
  list.checkUnique(remediation.rules, ({ rule }) => rule, at, { en: 'rule', ko: '규칙' });
  for (const [index, { rule }] of remediation.rules.entries()) {
    if (!checkOn(rule, at(index), states, context) || compliance.remediable.includes(rule)) continue;
    const choice = compliance.remediable.join(', ');
    list.error(at(index), {
      en: `AWS has no harmless repair for ${quote(rule)}; remove it, or choose of ${choice}`,
      ko: `${quote(rule)}에는 해가 없는 AWS 수정 문서가 없습니다: 지우거나 다음 중에서 고르세요(${choice})`,
    });
  }
  return {
    roleName: remediation.roleName,
    rules: remediation.rules.map(({ rule, automatic = false }) => ({ rule, automatic })),
  };
}

/** Reports packs that AWS Config would refuse: too many rules, or too many bytes. */
export function checkPacks(model: ComplianceModel, { compliance, organization, list }: ComplianceContext): void {
  if (list.problems.some(({ severity }) => severity === 'error')) return;
  for (const region of packRegions(organization)) {
    try {
      compliance.packTemplates(packOptions(model, organization.homeRegion, region));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      list.error(['profile'], { en: reason, ko: `AWS Config 규칙 팩을 만들 수 없습니다: ${reason}` });
    }
  }
}

/** Reports a rule that is unknown or in no pack; tells whether the catalogue has it. */
function checkOn(
  identifier: string,
  at: (string | number)[],
  states: RulesLeftOut,
  context: ComplianceContext,
): boolean {
  if (!knownRule(identifier, at, context)) return false;
  const why = states.get(identifier);
  if (why) {
    context.list.error(at, {
      en: `${quote(identifier)} is in no pack, so there is nothing to except or repair; remove this, or turn the rule on (${why.en})`,
      ko: `${quote(identifier)}은(는) 어느 팩에도 없어 예외나 수정 대상이 아닙니다: 이 항목을 지우거나 규칙을 켜세요(${why.ko})`,
    });
  }
  return true;
}

function checkExpires(expires: string, at: (string | number)[], { today, list }: ComplianceContext): void {
  // ISO days sort as text.
  if (today === undefined || expires >= today) return;
  list.error(at, {
    en: `expired on ${expires}, and today is ${today}; remove the exception, or have its approver renew it`,
    ko: `${expires}에 만료되었고 오늘은 ${today}입니다: 예외를 지우거나 승인자가 갱신하게 하세요`,
  });
}
