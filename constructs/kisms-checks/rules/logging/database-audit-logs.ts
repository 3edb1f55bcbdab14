import type { CfnDBCluster } from 'aws-cdk-lib/aws-neptune';
import type { CfnNamespace } from 'aws-cdk-lib/aws-redshiftserverless';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { answerOf } from '../data/findings';

/**
 * Databases that cdk-nag leaves out export the logs of who did what in them: Neptune, and Redshift Serverless.
 *
 * @see https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html
 * @see https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
 */
export const databaseAuditLogs: KismsRule = {
  id: 'DatabaseAuditLogs',
  criteria: ['2.6.4', '2.9.4'],
  title: {
    en: 'The database does not export a log of who accesses it',
    ko: '데이터베이스가 접근 로그를 내보내지 않습니다',
  },
  why: {
    en: 'Access to a database and the statements run in it must be recorded and kept outside of it.',
    ko: '데이터베이스 접근과 실행한 명령을 기록하고 데이터베이스 밖에 보관해야 합니다.',
  },
  fix: {
    en: "Add 'audit' to EnableCloudwatchLogsExports of Neptune; all three types to LogExports of Redshift Serverless.",
    ko: "Neptune의 EnableCloudwatchLogsExports에 'audit'을, Redshift Serverless의 LogExports에 세 유형을 모두 추가하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::Neptune::DBCluster', 'AWS::RedshiftServerless::Namespace'],
  check(node) {
    const [exported, needed] =
      node.cfnResourceType === 'AWS::Neptune::DBCluster'
        ? [(node as CfnDBCluster).enableCloudwatchLogsExports, ['audit']]
        : [(node as CfnNamespace).logExports, ['connectionlog', 'useractivitylog', 'userlog']];
    const logs = resolved(node, exported);
    if (logs === UNKNOWN) return UNKNOWN;
    return answerOf(needed.filter((log) => logs?.includes(log) !== true).map((log) => `LogExport::${log}`));
  },
};
