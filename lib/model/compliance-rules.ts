import type { ConfigRule, LegalParameterName } from '../../constructs/kisms';
import type { ComplianceConfig } from '../config/schema/compliance';
import type { ComplianceContext } from './compliance-context';
import type { ComplianceModel, RuleOverrideRow } from './compliance-model';
import { packOptions, packRegions } from './compliance-pack-options';
import { STRICT_RULES } from './compliance-profile';
import { quote } from './model-problem';

const FILE = 'compliance.yaml';

type RuleConfig = NonNullable<ComplianceConfig['rules']>[number];
type Legal = Pick<ComplianceModel, 'legal' | 'accountLegal'>;

/** The overrides of AWS Config rules, of the strictness and as written; what is wrong with one is left out of its row. */
export function ruleRows(
  config: ComplianceConfig,
  legal: Legal,
  context: ComplianceContext,
): Pick<ComplianceModel, 'rules' | 'onlyRules' | 'accessRecordRetentionDays'> {
  const { list, compliance: facts } = context;
  const written = config.rules ?? [];
  list.checkUnique(
    written,
    ({ rule }) => rule,
    (index) => ['rules', index, 'rule'],
    { en: 'rule', ko: '규칙' },
  );
  let accessRecordRetentionDays: number = legal.legal.accessRecordRetentionDays;
  const rows = written.flatMap((override, index): RuleOverrideRow[] => {
    const rule = knownRule(override.rule, ['rules', index, 'rule'], context);
    if (!rule) return [];
    checkSwitch(override, rule, index, context);
    const parameters = Object.entries(override.parameters ?? {}).filter(([name, value]) => {
      const source = rule.legal?.[name];
      if (source === undefined)
        return isParameter(rule, name, index, context) && isLike(rule, [name, value], index, context);
      const days = ownRetention(value, { rule, source, path: ['rules', index, 'parameters', name] }, legal, context);
      accessRecordRetentionDays = Math.max(accessRecordRetentionDays, days);
      return false;
    });
    return [
      {
        rule: rule.identifier,
        ...(override.enabled !== undefined && { enabled: override.enabled }),
        parameters: Object.fromEntries(parameters),
        ...(override.reason !== undefined && { reason: override.reason }),
        source: { file: FILE, path: ['rules', index] },
      },
    ];
  });
  const rules = [...strictRows(config, rows, context), ...rows];
  const asked = new Set(rules.filter(({ enabled }) => enabled).map(({ rule }) => rule));
  const schemes = new Map(facts.criteria.map((criterion) => [criterion.id, criterion.schemes]));
  const serving = facts.configRules
    .filter(({ criteria }) => criteria.some(({ id }) => schemes.get(id)?.includes(config.profile)))
    .map(({ identifier }) => identifier);
  return {
    rules,
    accessRecordRetentionDays,
    ...(serving.length < facts.configRules.length && {
      onlyRules: [...new Set([...serving, ...asked])].sort(),
    }),
  };
}

/** Finds a rule of the catalogue, and reports a name that is none. */
export function knownRule(
  identifier: string,
  at: (string | number)[],
  { compliance, list }: ComplianceContext,
): ConfigRule | undefined {
  const found = compliance.configRules.find((rule) => rule.identifier === identifier);
  if (found) return found;
  list.error(
    at,
    {
      en: `no AWS Config rule ${quote(identifier)} in the catalogue`,
      ko: `카탈로그에 AWS Config 규칙 ${quote(identifier)}이(가) 없습니다`,
    },
    { word: identifier, candidates: compliance.configRules.map((rule) => rule.identifier) },
  );
  return undefined;
}

/** Rules that `strict` turns on and nobody wrote an override for; where Security Hub checks the same, it goes on to do so. */
function strictRows(
  { strictness, detectiveSource }: ComplianceConfig,
  written: readonly RuleOverrideRow[],
  { compliance }: ComplianceContext,
): RuleOverrideRow[] {
  if (strictness !== 'strict') return [];
  return compliance.configRules
    .filter(({ identifier }) => STRICT_RULES.includes(identifier))
    .filter(({ identifier }) => !written.some(({ rule }) => rule === identifier))
    .filter(({ securityHubControls }) => detectiveSource !== 'securityhub' || securityHubControls.length === 0)
    .map(({ identifier }) => ({
      rule: identifier,
      enabled: true,
      parameters: {},
      source: { file: FILE, path: ['strictness'] },
    }));
}

function checkSwitch(
  { enabled, reason }: RuleConfig,
  { identifier, availability }: ConfigRule,
  index: number,
  { list, organization }: ComplianceContext,
): void {
  const at = ['rules', index, 'enabled'];
  if (enabled === false && reason === undefined) {
    list.error(at, {
      en: `turns ${quote(identifier)} off without a reason; auditors read it, so write reason`,
      ko: `${quote(identifier)}을(를) 끄는 이유가 없습니다: 심사원이 볼 수 있도록 reason을 적으세요`,
    });
  }
  if (enabled !== true) return;
  if (availability === 'us-east-1' && !packRegions(organization).includes(availability)) {
    list.error(at, {
      en: `${quote(identifier)} evaluates in us-east-1 alone, which governedRegions of organization.yaml lacks; govern us-east-1, or remove the override`,
      ko: `${quote(identifier)}은(는) us-east-1에서만 평가하는데 organization.yaml의 governedRegions에 없습니다: us-east-1을 추가하거나 이 항목을 지우세요`,
    });
  }
  if (availability === 'unknown') {
    list.warning(at, {
      en: `AWS names no Region that has ${quote(identifier)}; make sure that ${organization.homeRegion} has it before you deploy`,
      ko: `${quote(identifier)}을(를) 사용할 수 있는 리전을 확인하지 못했습니다: 배포하기 전에 ${organization.homeRegion}에 있는지 확인하세요`,
    });
  }
}

function isParameter(
  { identifier, parameterNames }: ConfigRule,
  name: string,
  index: number,
  { list }: ComplianceContext,
): boolean {
  if (parameterNames.includes(name)) return true;
  const takes = parameterNames.length > 0 ? parameterNames.join(', ') : undefined;
  list.error(
    ['rules', index, 'parameters', name],
    {
      en: `${quote(identifier)} has no parameter ${quote(name)}`,
      ko: `${quote(identifier)}에는 매개변수 ${quote(name)}이(가) 없습니다`,
    },
    {
      word: name,
      candidates: parameterNames,
      otherwise: {
        en: takes === undefined ? 'it takes none, so remove it' : `it takes ${takes}`,
        ko: takes === undefined ? '매개변수가 없는 규칙이므로 지우세요' : `쓸 수 있는 매개변수는 ${takes}입니다`,
      },
    },
  );
  return false;
}

/** Whether a value is a number where the catalogue's own is one; AWS Config would refuse it in every account. */
function isLike(
  { identifier, parameters }: ConfigRule,
  [name, value]: [string, string],
  index: number,
  { list }: ComplianceContext,
): boolean {
  const isNumber = (text: string | undefined): boolean => /^\d+$/.test(text ?? '');
  if (!isNumber(parameters[name]) || isNumber(value)) return true;
  list.error(['rules', index, 'parameters', name], {
    en: `${quote(identifier)} takes a whole number, such as ${quote(parameters[name] ?? '')}, got ${quote(value)}; write one`,
    ko: `${quote(identifier)}에는 ${quote(parameters[name] ?? '')} 같은 정수를 적어야 합니다: ${quote(value)}`,
  });
  return false;
}

/** The organization's own retention; 0 when it is none, or less than law asks. */
function ownRetention(
  value: string,
  { rule, source, path }: { rule: ConfigRule; source: LegalParameterName; path: (string | number)[] },
  { legal, accountLegal }: Legal,
  { list, compliance, organization }: ComplianceContext,
): number {
  const due = Number(legal[source]);
  const days = Number(value);
  if (!Number.isInteger(days)) {
    list.error(path, {
      en: `${quote(value)} is no number of days; write one, or remove the parameter`,
      ko: `${quote(value)}은(는) 일수가 아닙니다: 일수를 적거나 매개변수를 지우세요`,
    });
    return 0;
  }
  if (days < due) {
    const { en = '', ko = '' } = compliance.legalTexts.find(({ name }) => name === source)?.basis ?? {};
    const accounts = accountLegal.filter(({ values }) => Number(values[source]) > days).map(({ account }) => account);
    list.error(path, {
      en: `${quote(value)} is less than the ${due} days that law prescribes (${en}) for the data of ${accounts.join(', ')}; write more, or remove the parameter`,
      ko: `${quote(value)}은(는) ${accounts.join(', ')} 계정의 데이터에 대해 법령이 정한 ${due}일(${ko})보다 짧습니다: 늘리거나 매개변수를 지우세요`,
    });
    return 0;
  }
  const settings = { detectiveSource: 'config' as const, legal, accessRecordRetentionDays: days, rules: [] };
  const { homeRegion } = organization;
  try {
    compliance.selectRules({
      ...packOptions(settings, homeRegion, homeRegion),
      catalogue: [rule],
    });
    return days;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    list.error(path, { en: reason, ko: `규칙이 받지 않는 값입니다: ${reason}` });
    return 0;
  }
}
