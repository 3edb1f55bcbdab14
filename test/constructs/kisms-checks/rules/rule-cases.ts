import { App, CfnParameter, type CfnResource, Stack } from 'aws-cdk-lib';
import { NagRuleCompliance } from 'cdk-nag';
import { type KismsCheckOptions, type KismsRule, resolveOptions, UNKNOWN } from '../../../../constructs/kisms-checks';

export const { COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE } = NagRuleCompliance;
export { UNKNOWN };

/** What a rule answers, when, of which resource; the parameter is a value that only the deployment knows. */
export type Case = readonly [
  answer: NagRuleCompliance | typeof UNKNOWN | readonly string[],
  when: string,
  build: (stack: Stack, parameter: CfnParameter) => CfnResource,
  options?: KismsCheckOptions,
];

/** Tests a rule by a table. No finding is compliance, as in the pack. */
export function describeRule(rule: KismsRule, cases: readonly Case[]): void {
  describe(rule.id, () => {
    const rows = cases.map(([answer, when, build, options]) => ({
      name: String(answer),
      answer,
      when,
      build,
      options,
    }));

    test.each(rows)('$name: $when', ({ answer, build, options }) => {
      const stack = new Stack(new App(), 'S', { env: { account: '111122223333', region: 'ap-northeast-2' } });
      const node = build(stack, new CfnParameter(stack, 'Input'));
      expect(rule.resourceTypes).toContain(node.cfnResourceType);
      const found = rule.check(node, resolveOptions(options));
      expect(Array.isArray(found) && found.length === 0 ? COMPLIANT : found).toEqual(answer);
    });
  });
}
