import type { CfnGraph } from 'aws-cdk-lib/aws-detective';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * Accounts that join the organization are in the behavior graph of Detective.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-detective-graph.html
 */
export const detectiveNewAccounts: KismsRule = {
  id: 'DetectiveNewAccounts',
  criteria: ['2.11.3', '2.11.5'],
  title: {
    en: 'New accounts are not in the behavior graph of Detective',
    ko: '새 계정이 Detective 동작 그래프에 포함되지 않습니다',
  },
  why: {
    en: 'An incident is reconstructed from what was collected before it; an account that joins the graph afterwards has no past in it.',
    ko: '사고는 그 이전에 수집한 기록으로 재구성하므로, 사고 뒤에 추가한 계정은 과거 기록이 없습니다.',
  },
  fix: { en: 'Set autoEnableMembers to true.', ko: 'autoEnableMembers를 true로 설정하세요.' },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::Detective::Graph'],
  check: (node) => compliance(resolved(node, (node as CfnGraph).autoEnableMembers), (enabled) => enabled === true),
};
