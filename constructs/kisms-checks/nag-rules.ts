import type { CfnResource } from 'aws-cdk-lib';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  type IApplyRule,
  type NagPack,
  type NagRuleResult,
  NIST80053R4Checks,
  NIST80053R5Checks,
  PCIDSS321Checks,
  rules,
  ServerlessChecks,
} from 'cdk-nag';

/** What cdk-nag's own packs say of a rule. */
export interface NagRuleText {
  /** What is wrong. */
  readonly info: string;
  /** Why it matters. */
  readonly explanation: string;
}

/** Function of a rule of cdk-nag. */
export type NagRule = (node: CfnResource) => NagRuleResult;

/** Functions of cdk-nag's rules by name. */
export const NAG_RULES: ReadonlyMap<string, NagRule> = new Map(
  Object.values(rules).flatMap((service) => Object.entries(service as Record<string, NagRule>)),
);

/**
 * Names of the classes that a rule of cdk-nag speaks about, read from its source, for cdk-nag does not tell them: `CfnBucket`.
 *
 * Empty when the source does not show them. Asking every rule about every resource is half of the time of a check.
 */
export function classesOf(rule: NagRule): ReadonlySet<string> {
  const tests = rule.toString().matchAll(/\bnode instanceof (?:\w+\.)?(\w+)/g);
  return new Set(Array.from(tests, ([, name = '']) => name));
}

/** Rules that no pack of cdk-nag uses, so that none describes them. */
const UNDESCRIBED: Readonly<Record<string, NagRuleText>> = {
  LambdaFunctionUrlAuth: {
    info: 'The Lambda function URL answers callers without authentication.',
    explanation: 'Set authType to AWS_IAM, or put an authenticating front such as API Gateway before the function.',
  },
  MWAAAllLoggingInfo: {
    info: 'The MWAA environment does not log every component at INFO or below.',
    explanation: 'Enable the five log types with level INFO, so that changes of privileges can be seen.',
  },
};

let texts: ReadonlyMap<string, NagRuleText> | undefined;

/**
 * Text of a rule of cdk-nag, from the first of its packs that has it.
 *
 * The packs hand their texts out only while they check a resource: they are made to check one, with nothing applied.
 */
export function nagRuleText(name: string, node: CfnResource): NagRuleText {
  texts ??= collectTexts(node);
  return UNDESCRIBED[name] ?? texts.get(name) ?? { info: name, explanation: '' };
}

function collectTexts(node: CfnResource): Map<string, NagRuleText> {
  const collected = new Map<string, NagRuleText>();
  for (const pack of [
    new AwsSolutionsChecks(),
    new ServerlessChecks(),
    new NIST80053R5Checks(),
    new HIPAASecurityChecks(),
    new PCIDSS321Checks(),
    new NIST80053R4Checks(),
  ] satisfies NagPack[]) {
    const collector = Object.assign(pack as unknown as { checkResource(node: CfnResource): void }, {
      applyRule({ rule, info, explanation }: IApplyRule): void {
        if (collected.has(rule.name)) return;
        collected.set(rule.name, { info: info.replace(/ - \(Control IDs?:.*$/s, '.'), explanation });
      },
    });
    collector.checkResource(node);
  }
  return collected;
}
