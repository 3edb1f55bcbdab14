import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { INGRESS_TYPES, publicPorts } from './public-ingress';

/** SQL Server, Oracle, MySQL, PostgreSQL, Redshift, Redis, Neptune, Cassandra, OpenSearch, Memcached and MongoDB. */
const DATABASE_PORTS = [1433, 1521, 3306, 5432, 5439, 6379, 8182, 9042, 9200, 11211, 27017];

/**
 * No port of a database is open to the Internet.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export const securityGroupPublicDatabasePorts: KismsRule = {
  id: 'SecurityGroupPublicDatabasePorts',
  criteria: ['2.6.4', '2.6.1'],
  title: {
    en: 'The security group opens a database port to the Internet',
    ko: '보안 그룹이 데이터베이스 포트를 인터넷에 개방합니다',
  },
  why: {
    en: 'A database answers to the applications and administrators that need it, not to the Internet.',
    ko: '데이터베이스는 필요한 응용프로그램과 관리자에게만 접근을 허용해야 합니다.',
  },
  fix: {
    en: 'Set sourceSecurityGroupId to the group of the application instead of an address range.',
    ko: '주소 범위 대신 sourceSecurityGroupId에 응용프로그램의 보안 그룹을 지정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: INGRESS_TYPES,
  check: (node) => publicPorts(node, DATABASE_PORTS),
};
