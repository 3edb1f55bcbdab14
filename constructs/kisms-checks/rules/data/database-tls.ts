import type { CfnDBClusterParameterGroup as CfnDocDbParameterGroup } from 'aws-cdk-lib/aws-docdb';
import type { CfnDBClusterParameterGroup, CfnDBParameterGroup } from 'aws-cdk-lib/aws-rds';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule, KismsRuleResult } from '../../rule';
import { isIntrinsic, resolved, UNKNOWN } from '../../tokens';

/** How a family of engines insists on TLS. */
interface TlsParameter {
  readonly family: RegExp;
  readonly name: string;
  readonly on: readonly string[];
  /** First version that may insist by its own default: a group without the parameter cannot be judged. @default - none */
  readonly presetSince?: number;
}

const INSTANCE_GROUP = 'AWS::RDS::DBParameterGroup';

const PARAMETERS: readonly TlsParameter[] = [
  { family: /^aurora-postgresql([\d.]+)/, name: 'rds.force_ssl', on: ['1'], presetSince: 17 },
  { family: /^postgres([\d.]+)/, name: 'rds.force_ssl', on: ['1'], presetSince: 15 },
  { family: /^sqlserver-/, name: 'rds.force_ssl', on: ['1'] },
  { family: /^mariadb([\d.]+)/, name: 'require_secure_transport', on: ['1', 'ON'], presetSince: 11.8 },
  { family: /^(?:aurora-)?mysql/, name: 'require_secure_transport', on: ['1', 'ON'] },
  { family: /^docdb/, name: 'tls', on: ['ENABLED', 'TLS1.2+', 'TLS1.3+', 'FIPS-140-3'], presetSince: 0 },
];

/**
 * Parameter groups of databases turn connections without TLS away.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html
 * @see https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html
 */
export const databaseTls: KismsRule = {
  id: 'DatabaseTlsEnforced',
  criteria: ['2.7.1', '2.10.5'],
  title: {
    en: 'The database accepts connections without encryption',
    ko: '데이터베이스가 암호화되지 않은 접속을 허용합니다',
  },
  why: {
    en: 'Clients fall back to plain text without a word when the server does not insist on TLS.',
    ko: '서버가 TLS를 강제하지 않으면 클라이언트가 알림 없이 평문으로 접속할 수 있습니다.',
  },
  fix: {
    en: "Set rds.force_ssl to '1' (PostgreSQL, SQL Server) or require_secure_transport to 'ON' (MySQL, MariaDB) in the group.",
    ko: "파라미터 그룹에서 rds.force_ssl을 '1'(PostgreSQL, SQL Server)로, require_secure_transport를 'ON'(MySQL, MariaDB)으로 설정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: [INSTANCE_GROUP, 'AWS::RDS::DBClusterParameterGroup', 'AWS::DocDB::DBClusterParameterGroup'],
  check(node) {
    const group = node as CfnDBParameterGroup | CfnDBClusterParameterGroup | CfnDocDbParameterGroup;
    const family = resolved(node, group.family);
    if (family === UNKNOWN) return UNKNOWN;
    const parameter = PARAMETERS.find((known) => known.family.test(String(family)));
    // Aurora takes these parameters from the group of the cluster.
    const isIgnored = node.cfnResourceType === INSTANCE_GROUP && String(family).startsWith('aurora');
    if (parameter === undefined || isIgnored) return NagRuleCompliance.NOT_APPLICABLE;

    const parameters = resolved<Readonly<Record<string, unknown>> | undefined>(node, group.parameters);
    if (parameters === UNKNOWN) return UNKNOWN;
    return judge(
      parameter,
      String(family),
      (parameters as Readonly<Record<string, unknown>> | undefined)?.[parameter.name],
    );
  },
};

function judge({ family, on, presetSince = Infinity }: TlsParameter, name: string, value: unknown): KismsRuleResult {
  if (isIntrinsic(value)) return UNKNOWN;
  if (value !== undefined) {
    return on.includes(String(value).toUpperCase()) ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT;
  }
  const isPreset = Number.parseFloat(family.exec(name)?.[1] ?? '0') >= presetSince;
  return isPreset ? UNKNOWN : NagRuleCompliance.NON_COMPLIANT;
}
