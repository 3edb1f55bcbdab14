import type { CfnResource } from 'aws-cdk-lib';
import type { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import type { KismsRuleResult } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { ask } from '../answer';
import { answerOf, each, type Finding, items } from './findings';

/** Judges for how many days each rule of a backup plan keeps its backups (`undefined` is for ever); findings name the rule. */
export function judgeRetention(node: CfnResource, isFault: (days: number | undefined) => boolean): KismsRuleResult {
  const rules = each([resolved(node, (node as CfnBackupPlan).backupPlan)], (plan) => items(node, plan?.backupPlanRule));
  return answerOf(
    rules.map((rule): Finding => {
      if (rule === UNKNOWN) return UNKNOWN;
      const bad = ask(resolved(node, rule.lifecycle), (lifecycle) =>
        ask(resolved(node, lifecycle?.deleteAfterDays), isFault),
      );
      if (bad === UNKNOWN) return UNKNOWN;
      return bad ? `Rule::${rule.ruleName}` : undefined;
    }),
  );
}
