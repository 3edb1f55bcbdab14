import { Token } from 'aws-cdk-lib';
import type { CfnRuleGroup } from 'aws-cdk-lib/aws-networkfirewall';

/** Domains of HTTP and TLS that a firewall allows or denies. */
export interface FirewallDomains {
  /** `allow` passes what it lists and drops other HTTP and TLS; `deny` drops what it lists. */
  readonly action: 'allow' | 'deny';
  /** Names such as `www.example.com`; `*.example.com` is every name below `example.com`, and itself. */
  readonly names: string[];
}

/** A stateful rule group of one's own: of Suricata rules or of domains, exactly one of them. */
export interface FirewallRuleGroup {
  /** Letters, digits and hyphens, unique in the firewall. **CAUTION**: another name replaces the group. */
  readonly name: string;
  /**
   * Most rules it may ever hold, 1 to 30,000; a domain list takes two for each name.
   *
   * **CAUTION**: a change makes a new group, and deletes the old one once the policy no longer uses it.
   */
  readonly capacity: number;
  /** 1 to 65,535, unique in the firewall: the lowest counts first. */
  readonly priority: number;
  /** Suricata rules, one a line, 2,000,000 bytes at most; comments stay out of the template. @default - `domains` */
  readonly rules?: string;
  /** @default - `rules` */
  readonly domains?: FirewallDomains;
}

/** A stateful rule group that AWS maintains. */
export interface ManagedFirewallRuleGroup {
  /** Its ARN; the variant for strict order, whose name ends with `StrictOrder`. */
  readonly arn: string;
  /** 1 to 65,535, unique in the firewall: the lowest counts first. */
  readonly priority: number;
  /** Records what it would drop and lets it pass, for a trial. @default false */
  readonly alertOnly?: boolean;
}

const MAX_GROUPS = 20;
const MAX_CAPACITY = 30_000;
const MAX_RULE_LENGTH = 8_192;
const MAX_RULES_BYTES = 2_000_000;
const GROUP_NAME = /^[A-Za-z0-9-]{1,64}$/;
const DOMAIN = /^(?:\*\.)?(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?$/;

/**
 * Checks what the rule groups of one firewall have in common.
 *
 * @throws Error when AWS would refuse them together
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html
 */
export function checkRuleGroups(own: FirewallRuleGroup[], managed: ManagedFirewallRuleGroup[]): void {
  const groups = [...own.map(({ name, priority }) => ({ name, priority })), ...managed.map(managedName)];
  if (groups.length > MAX_GROUPS) {
    throw new Error(`a firewall takes at most ${MAX_GROUPS} rule groups, got ${groups.length}: merge some`);
  }
  groups.forEach(({ name, priority }, index) => {
    checkInteger('priority', priority, 65_535, name);
    const first = groups.slice(0, index).find((other) => other.name === name || other.priority === priority);
    if (first?.name === name) throw new Error(`rule group ${JSON.stringify(name)} is given twice: keep one of them`);
    if (first) {
      throw new Error(
        `rule groups ${JSON.stringify(first.name)} and ${JSON.stringify(name)} both have 'priority' ${priority}: each needs its own`,
      );
    }
  });
  for (const group of own) checkOwnGroup(group);
  const capacity = own.reduce((sum, group) => sum + group.capacity, 0);
  if (capacity > MAX_CAPACITY) {
    throw new Error(`the 'capacity' of all rule groups is ${capacity}, more than ${MAX_CAPACITY}: lower some`);
  }
  for (const { arn } of managed) {
    if (Token.isUnresolved(arn) || !arn.includes(':aws-managed:') || arn.endsWith('StrictOrder')) continue;
    throw new Error(
      `managed rule group ${JSON.stringify(arn)} is not for strict order: name the one that ends with StrictOrder`,
    );
  }
}

/**
 * The rules as AWS Network Firewall takes them.
 *
 * @throws Error when AWS would refuse them
 */
export function rulesSource({ name, capacity, rules, domains }: FirewallRuleGroup): CfnRuleGroup.RulesSourceProperty {
  if (domains) {
    return {
      rulesSourceList: {
        generatedRulesType: domains.action === 'allow' ? 'ALLOWLIST' : 'DENYLIST',
        targets: domainTargets(name, capacity, domains.names),
        targetTypes: ['TLS_SNI', 'HTTP_HOST'],
      },
    };
  }
  return { rulesString: Token.isUnresolved(rules) ? rules : suricataRules(name, capacity, rules ?? '').join('\n') };
}

function managedName({ arn, priority }: ManagedFirewallRuleGroup): { name: string; priority: number } {
  return { name: arn, priority };
}

function checkOwnGroup({ name, capacity, rules, domains }: FirewallRuleGroup): void {
  if (!GROUP_NAME.test(name)) {
    throw new Error(`a rule group's 'name' must have 1 to 64 letters, digits and hyphens, got ${JSON.stringify(name)}`);
  }
  checkInteger('capacity', capacity, MAX_CAPACITY, name);
  if ((rules === undefined) === (domains === undefined)) {
    throw new Error(`rule group ${JSON.stringify(name)} must have either 'rules' or 'domains'`);
  }
}

function checkInteger(property: string, value: number, most: number, group: string): void {
  if (Token.isUnresolved(value) || (Number.isInteger(value) && value >= 1 && value <= most)) return;
  throw new Error(`'${property}' of rule group ${JSON.stringify(group)} must be 1 to ${most}, got ${value}`);
}

function domainTargets(group: string, capacity: number, names: string[]): string[] {
  const targets = names.map((name) => {
    if (Token.isUnresolved(name)) return name;
    if (!DOMAIN.test(name)) {
      throw new Error(
        `rule group ${JSON.stringify(group)}: ${JSON.stringify(name)} is no domain: write www.example.com or *.example.com`,
      );
    }
    return name.replace(/^\*/, '').replace(/\.$/, '').toLowerCase();
  });
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twice !== undefined) {
    throw new Error(`rule group ${JSON.stringify(group)} lists ${JSON.stringify(twice)} twice: keep one of them`);
  }
  checkCount(group, capacity, targets.length * 2);
  return targets;
}

/** Rules without comments and line breaks: CloudFormation does not carry other alphabets, in which comments may be. */
function suricataRules(group: string, capacity: number, text: string): string[] {
  const rules = text
    .replace(/\\\r?\n\s*/g, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const rule of rules) {
    const problem = ruleProblem(rule);
    if (problem)
      throw new Error(`rule group ${JSON.stringify(group)}: ${problem}: ${JSON.stringify(rule.slice(0, 80))}`);
  }
  const bytes = rules.join('\n').length;
  if (bytes > MAX_RULES_BYTES) {
    throw new Error(
      `rule group ${JSON.stringify(group)} has ${bytes} bytes of rules, more than ${MAX_RULES_BYTES}: split it`,
    );
  }
  checkCount(group, capacity, rules.length);
  return rules;
}

function ruleProblem(rule: string): string | undefined {
  if (/[^\t\x20-\x7e]/.test(rule)) return 'a rule must be ASCII, since CloudFormation does not carry other characters';
  if (rule.length > MAX_RULE_LENGTH) return `a rule must have at most ${MAX_RULE_LENGTH} characters`;
  if (!/^(?:pass|drop|reject|alert)\s/.test(rule)) return 'a rule must begin with pass, drop, reject or alert';
  if (/[;(]\s*priority\s*:/.test(rule)) return `strict order does not take the keyword 'priority': order the lines`;
  return undefined;
}

function checkCount(group: string, capacity: number, count: number): void {
  if (count === 0) throw new Error(`rule group ${JSON.stringify(group)} has no rule: write one or leave the group out`);
  if (Token.isUnresolved(capacity) || count <= capacity) return;
  throw new Error(
    `rule group ${JSON.stringify(group)} needs a 'capacity' of ${count}, got ${capacity}: leave it room to grow`,
  );
}
