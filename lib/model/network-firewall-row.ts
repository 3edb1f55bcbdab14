import type { LocalizedText } from '../../constructs';
import type { NetworkConfig } from '../config/schema/network';
import { given, type InspectionConfig, NETWORK_FILE, type NetworkContext } from './network-context';
import { checkDomains, checkFirewall } from './network-firewall-checks';
import { logDestinationRow } from './network-log-destination';
import type { FirewallRow } from './network-model';
import { checkNetworkName, type NetworkNames } from './network-names';
import { suricataProblem, suricataRules } from './network-suricata';
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
  checkFirewall(inspection, context);
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
  if (domains) checkDomains(domains.names, capacity, [...at, 'domains'], list);
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
  for (const rule of rules) {
    const { line, sid } = rule;
    const place = `${file}:${line}`;
    const problem = suricataProblem(rule);
    if (problem) problems.push({ en: `${place} ${problem.en}`, ko: `${place}: ${problem.ko}` });
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
