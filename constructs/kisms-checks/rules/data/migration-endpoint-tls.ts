import type { CfnEndpoint } from 'aws-cdk-lib/aws-dms';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/** Engines that SslMode decides for; the others use the HTTPS API of their service. */
const DATABASES: ReadonlySet<string> = new Set([
  'aurora',
  'aurora-postgresql',
  'azuredb',
  'db2',
  'docdb',
  'mariadb',
  'mongodb',
  'mysql',
  'oracle',
  'postgres',
  'sqlserver',
  'sybase',
]);

/**
 * Migrations read and write databases over TLS.
 *
 * @see https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
 */
export const migrationEndpointTls: KismsRule = {
  id: 'DMSEndpointTls',
  criteria: ['2.7.1', '2.10.5'],
  title: {
    en: 'The migration sends the data of a whole database without encryption',
    ko: '마이그레이션이 데이터베이스 전체를 암호화 없이 전송합니다',
  },
  why: {
    en: 'The default of DMS is no encryption, and what it moves is every record of the database.',
    ko: 'DMS의 기본값은 평문이며, 옮기는 대상은 데이터베이스의 모든 레코드입니다.',
  },
  fix: {
    en: "Set SslMode to 'require', 'verify-ca' or 'verify-full', whichever the engine offers.",
    ko: "SslMode를 엔진이 지원하는 'require', 'verify-ca', 'verify-full' 중 하나로 설정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::DMS::Endpoint'],
  check(node) {
    const { engineName, sslMode } = node as CfnEndpoint;
    if (!DATABASES.has(engineName)) return NagRuleCompliance.NOT_APPLICABLE;
    return compliance(resolved(node, sslMode), (mode = 'none') => mode !== 'none');
  },
};
