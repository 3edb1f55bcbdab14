import type { CfnResource } from 'aws-cdk-lib';
import type { CfnGlobalTable, CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { type Answer, ask, someItem, unless } from '../answer';

const TABLE = 'AWS::DynamoDB::Table';

/**
 * Tables cannot be deleted by one mistaken call.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection
 */
export const dynamoDbProtection: KismsRule = {
  id: 'DynamoDBDeletionProtection',
  criteria: ['2.9.3', '2.12.1'],
  title: {
    en: 'The table or one of its replicas can be deleted with a single call',
    ko: '테이블이나 복제본을 호출 한 번으로 삭제할 수 있습니다',
  },
  why: {
    en: 'A restore brings the data back to another table, hours later; protection makes it unnecessary.',
    ko: '복원은 시간이 걸리고 다른 테이블로 이루어지므로 삭제 자체를 막아야 합니다.',
  },
  fix: {
    en: 'Set DeletionProtectionEnabled to true on the table, or on each of the replicas of a global table.',
    ko: '테이블이나 글로벌 테이블의 각 복제본에 DeletionProtectionEnabled를 true로 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: [TABLE, 'AWS::DynamoDB::GlobalTable'],
  check: (node) => unless(isUnprotected(node)),
};

function isUnprotected(node: CfnResource): Answer {
  const judge = (table: { readonly deletionProtectionEnabled?: CfnTable['deletionProtectionEnabled'] }): Answer =>
    ask(resolved(node, table.deletionProtectionEnabled), (on) => on !== true);
  if (node.cfnResourceType === TABLE) return judge(node as CfnTable);
  return someItem<CfnGlobalTable.ReplicaSpecificationProperty>(node, (node as CfnGlobalTable).replicas, judge);
}
