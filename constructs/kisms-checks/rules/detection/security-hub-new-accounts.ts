import type { CfnOrganizationConfiguration } from 'aws-cdk-lib/aws-securityhub';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { allOf, ask, unless } from '../answer';

/**
 * Accounts that join the organization get Security Hub CSPM.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-securityhub-organizationconfiguration.html
 */
export const securityHubNewAccounts: KismsRule = {
  id: 'SecurityHubNewAccounts',
  criteria: ['2.10.2', '2.10.1', '2.11.2'],
  title: {
    en: 'New accounts join without Security Hub CSPM',
    ko: '새 계정에 Security Hub CSPM이 자동으로 적용되지 않습니다',
  },
  why: {
    en: 'Security settings of the cloud are checked in every account from its first day, not from when somebody remembers.',
    ko: '클라우드 보안 설정은 누군가 기억해 낸 날이 아니라 계정을 만든 첫날부터 점검해야 합니다.',
  },
  fix: {
    en: "Set configurationType to 'CENTRAL' with a policy for the root, or autoEnable to true.",
    ko: "configurationType을 'CENTRAL'로 하고 루트에 정책을 연결하거나, autoEnable을 true로 설정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::SecurityHub::OrganizationConfiguration'],
  check(node) {
    const { autoEnable, configurationType } = node as CfnOrganizationConfiguration;
    return unless(
      allOf([
        ask(resolved(node, autoEnable), (enabled) => enabled !== true),
        ask(resolved(node, configurationType), (type) => type !== 'CENTRAL'),
      ]),
    );
  },
};
