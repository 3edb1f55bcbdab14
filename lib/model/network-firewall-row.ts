import type { LocalizedText } from '../../constructs';
import type { NetworkConfig } from '../config/schema/network';
import { quote } from './model-problem';
import { given, type InspectionConfig, NETWORK_FILE, type NetworkContext } from './network-context';
import { logDestinationRow } from './network-log-destination';
import type { FirewallRow } from './network-model';
import { checkNetworkName, type NetworkNames } from './network-names';
import { suricataRules } from './network-suricata';
import { checkZones } from './network-zones';

type RuleGroup = NonNullable<InspectionConfig['ruleGroups']>[number];
type RuleGroupRow = FirewallRow['ruleGroups'][number];

const AT = 'inspection';

/** The firewall with the rules of its files. */
export function firewallRow(
  config: NetworkConfig,
  names: NetworkNames,
  context: NetworkContext,
): FirewallRow | undefined {
  const { inspection } = config;
  if (!inspection || names.firewall === undefined) return undefined;
  const { list } = context;
  const { segment, zones, ruleGroups = [], managedRuleGroups = [], logs = {} } = inspection;
  checkNetworkName([AT, 'segment'], 'segment', segment, names.segments, context);
  checkZones(zones, [AT, 'zones'], list);
  checkGroups(inspection, context);
  const sids = new Map<string, string>();
  const destinations = (['alert', 'flow', 'tls'] as const).map((type) => [
    type,
    logDestinationRow(logs[type], [AT, 'logs', type], list),
  ]);
  return {
    name: names.firewall,
    segment,
    zones: zones ?? config.zones,
    ruleGroups: ruleGroups.flatMap((group, index) => ruleGroupRow(group, index, sids, context) ?? []),
    managedRuleGroups: managedRuleGroups.map(({ arn, priority, alertOnly = false }) => ({ arn, priority, alertOnly })),
    defaultAction: inspection.defaultAction ?? 'drop-established',
    logs: Object.fromEntries(destinations.filter(([, destination]) => destination !== undefined)),
    deleteProtection: inspection.deleteProtection ?? true,
    source: { file: NETWORK_FILE, path: [AT] },
  };
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
    if (arn.endsWith('ActionOrder')) {
      list.error(at, {
        en: 'is made for action order and the policy evaluates in strict order; write the group that ends in StrictOrder',
        ko: '동작 순서용 그룹이지만 정책은 엄격한 순서로 평가합니다: StrictOrder로 끝나는 그룹을 적으세요',
      });
    }
  }
}

function ruleGroupRow(
  group: RuleGroup,
  index: number,
  sids: Map<string, string>,
  { list, readTextFile }: NetworkContext,
): RuleGroupRow | undefined {
  const at = [AT, 'ruleGroups', index];
  const { name, capacity, priority, suricataFile, domains } = group;
  if ((suricataFile === undefined) === (domains === undefined)) {
    list.error(at, {
      en: `has ${domains === undefined ? 'neither suricataFile nor domains' : 'both suricataFile and domains'}; give exactly one of them`,
      ko: `suricataFile과 domains가 모두 ${domains === undefined ? '없습니다' : '있습니다'}: 둘 중 하나만 적으세요`,
    });
    return undefined;
  }
  if (suricataFile === undefined) return { name, capacity, priority, ...given('domains', domains) };
  const rules = readTextFile(suricataFile);
  const path = [...at, 'suricataFile'];
  if (typeof rules !== 'string') {
    list.error(path, rules.problem);
    return undefined;
  }
  for (const problem of ruleProblems(suricataFile, rules, capacity, sids)) list.error(path, problem);
  return { name, capacity, priority, rules };
}

/** @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/nwfw-rule-group-capacity.html */
function ruleProblems(file: string, text: string, capacity: number, sids: Map<string, string>): LocalizedText[] {
  const rules = suricataRules(text);
  const problems: LocalizedText[] = [];
  if (rules.length === 0) {
    problems.push({
      en: 'holds no rule; write one, or remove the group',
      ko: '규칙이 없습니다: 적거나 그룹을 지우세요',
    });
  }
  if (rules.length > capacity) {
    problems.push({
      en: `holds ${rules.length} rules, more than the capacity of ${capacity}; raise capacity, which replaces the group`,
      ko: `규칙이 ${rules.length}개로 용량 ${capacity}개를 넘습니다: capacity를 늘리세요(그룹이 교체됩니다)`,
    });
  }
  for (const { line, sid } of rules) {
    const place = `${file}:${line}`;
    const before = sid === undefined ? undefined : sids.get(sid);
    if (sid === undefined) {
      problems.push({
        en: `${place} has no sid, by which logs name a rule; add one such as sid:1000001;`,
        ko: `${place}에 로그가 규칙을 가리키는 sid가 없습니다: sid:1000001; 처럼 적으세요`,
      });
    } else if (before !== undefined) {
      problems.push({
        en: `${place} has the sid ${sid} of ${before}; give each rule its own`,
        ko: `${place}의 sid ${sid}은(는) ${before}에서 이미 쓰였습니다: 규칙마다 다르게 적으세요`,
      });
    } else sids.set(sid, place);
  }
  return problems;
}
