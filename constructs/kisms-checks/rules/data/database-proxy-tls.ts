import type { CfnDBProxy } from 'aws-cdk-lib/aws-rds';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * RDS proxies turn connections without TLS away.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbproxy.html
 */
export const databaseProxyTls: KismsRule = {
  id: 'RDSProxyTls',
  criteria: ['2.7.1', '2.10.5'],
  title: {
    en: 'The database proxy accepts connections without encryption',
    ko: '데이터베이스 프록시가 암호화되지 않은 접속을 허용합니다',
  },
  why: {
    en: 'The proxy encrypts its side of the way to the database, not that of the client.',
    ko: '프록시와 데이터베이스 사이가 암호화되어도 클라이언트와 프록시 사이는 평문일 수 있습니다.',
  },
  fix: { en: 'Set RequireTLS to true.', ko: 'RequireTLS를 true로 설정하세요.' },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::RDS::DBProxy'],
  check: (node) => compliance(resolved(node, (node as CfnDBProxy).requireTls), (on) => on === true),
};
