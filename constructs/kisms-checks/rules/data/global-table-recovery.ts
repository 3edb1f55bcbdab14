import type { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, someItem, unless } from '../answer';

/**
 * Replicas of global tables can be restored to any second; cdk-nag asks it of `AWS::DynamoDB::Table` only, which is not
 * what `TableV2` makes.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
 */
export const globalTableRecovery: KismsRule = {
  id: 'DynamoDBGlobalTablePITR',
  criteria: ['2.9.3', '2.12.1'],
  title: {
    en: 'A replica of the global table cannot be restored to a point in time',
    ko: '글로벌 테이블의 복제본을 특정 시점으로 복구할 수 없습니다',
  },
  why: {
    en: 'Replication copies a mistaken deletion to every replica within a second: it is no backup.',
    ko: '복제는 잘못된 삭제도 모든 복제본에 곧바로 반영하므로 백업을 대신하지 못합니다.',
  },
  fix: {
    en: 'Set PointInTimeRecoveryEnabled to true in the PointInTimeRecoverySpecification of each replica.',
    ko: '각 복제본의 PointInTimeRecoverySpecification에 PointInTimeRecoveryEnabled를 true로 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::DynamoDB::GlobalTable'],
  check: (node) =>
    unless(
      someItem<CfnGlobalTable.ReplicaSpecificationProperty>(node, (node as CfnGlobalTable).replicas, (replica) =>
        ask(resolved(node, replica.pointInTimeRecoverySpecification), (recovery) =>
          ask(resolved(node, recovery?.pointInTimeRecoveryEnabled), (on) => on !== true),
        ),
      ),
    ),
};
