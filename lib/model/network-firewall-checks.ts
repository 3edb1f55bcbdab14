import type { ConfigPath } from '../config/problem';
import { type ProblemList, quote } from './model-problem';
import type { InspectionConfig, NetworkContext } from './network-context';

const AT = 'inspection';
const MAX_NAME_LENGTH = 48;
const MAX_GROUPS = 20;
const MAX_CAPACITY = 30_000;

/** Reports what is wrong with the firewall and with its rule groups together. */
export function checkFirewall(inspection: InspectionConfig, context: NetworkContext): void {
  checkGroups(inspection, context);
  checkSizes(inspection, context);
}

/** @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html */
function checkGroups(
  { ruleGroups = [], managedRuleGroups = [] }: InspectionConfig,
  { organization, list }: NetworkContext,
): void {
  const groups = [
    ...ruleGroups.map(({ name, priority }, index) => ({ name, priority, at: [AT, 'ruleGroups', index], key: 'name' })),
    ...managedRuleGroups.map(({ arn, priority }, index) => ({
      name: arn,
      priority,
      at: [AT, 'managedRuleGroups', index],
      key: 'arn',
    })),
  ];
  list.checkUnique(
    groups,
    ({ name }) => name,
    (index) => [...(groups[index]?.at ?? []), groups[index]?.key ?? ''],
    { en: 'rule group', ko: '규칙 그룹' },
  );
  const taken = new Map<number, string>();
  for (const { name, priority, at } of groups) {
    const before = taken.get(priority);
    if (before === undefined) taken.set(priority, name);
    else
      list.error([...at, 'priority'], {
        en: `${priority} is the priority of ${quote(before)} already; give each group its own`,
        ko: `${priority}은(는) 이미 ${quote(before)}의 우선순위입니다: 그룹마다 다르게 적으세요`,
      });
  }
  for (const [index, { arn }] of managedRuleGroups.entries()) {
    const at = [AT, 'managedRuleGroups', index, 'arn'];
    const region = arn.split(':')[3] as string;
    if (region !== organization.homeRegion) {
      list.error(at, {
        en: `is of the Region ${quote(region)} and the firewall is in ${quote(organization.homeRegion)}; write the group of that Region`,
        ko: `${quote(region)} 리전의 그룹이지만 방화벽은 ${quote(organization.homeRegion)}에 있습니다: 그 리전의 그룹을 적으세요`,
      });
    }
    if (!arn.endsWith('StrictOrder')) {
      list.error(at, {
        en: 'is made for action order and the policy evaluates in strict order; write the group that ends in StrictOrder',
        ko: '동작 순서용 그룹이지만 정책은 엄격한 순서로 평가합니다: StrictOrder로 끝나는 그룹을 적으세요',
      });
    }
  }
}

/** @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html */
function checkSizes(
  { name = '', ruleGroups = [], managedRuleGroups = [] }: InspectionConfig,
  { list }: NetworkContext,
): void {
  if (name.length > MAX_NAME_LENGTH) {
    list.error([AT, 'name'], {
      en: `has ${name.length} characters, and a firewall takes ${MAX_NAME_LENGTH}; shorten the name`,
      ko: `${name.length}자인데 방화벽 이름은 ${MAX_NAME_LENGTH}자까지입니다: 이름을 줄이세요`,
    });
  }
  const groups = ruleGroups.length + managedRuleGroups.length;
  if (groups > MAX_GROUPS) {
    // Either list alone is short enough, so that the second one is never empty here.
    list.error([AT, 'managedRuleGroups'], {
      en: `makes ${groups} rule groups together with ruleGroups, and a firewall takes ${MAX_GROUPS}; merge or remove some`,
      ko: `ruleGroups와 합쳐 규칙 그룹이 ${groups}개인데 방화벽에는 ${MAX_GROUPS}개까지 둘 수 있습니다: 합치거나 지우세요`,
    });
  }
  const capacity = ruleGroups.reduce((sum, group) => sum + group.capacity, 0);
  if (capacity > MAX_CAPACITY) {
    list.error([AT, 'ruleGroups'], {
      en: `have a capacity of ${capacity} together, and a firewall takes ${MAX_CAPACITY}; lower some`,
      ko: `용량의 합이 ${capacity}인데 방화벽 하나는 ${MAX_CAPACITY}까지입니다: 일부를 줄이세요`,
    });
  }
}

/** Reports domains that a list has twice or has no capacity for. */
export function checkDomains(names: readonly string[], capacity: number, at: ConfigPath, list: ProblemList): void {
  list.checkUnique(
    names,
    (name) => name.toLowerCase().replace(/\.$/, ''),
    (index) => [...at, 'names', index],
    { en: 'domain', ko: '도메인' },
  );
  // One rule for TLS and one for HTTP.
  const rules = names.length * 2;
  if (rules <= capacity) return;
  list.error([...at, 'names'], {
    en: `need ${rules} rules, two for each domain, more than the capacity of ${capacity}; raise capacity, which replaces the group`,
    ko: `도메인마다 둘씩 규칙 ${rules}개가 필요해 용량 ${capacity}개를 넘습니다: capacity를 늘리세요(그룹이 교체됩니다)`,
  });
}
