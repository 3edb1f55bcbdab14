import type { Stack } from 'aws-cdk-lib';
import { CfnEndpoint } from 'aws-cdk-lib/aws-dms';
import { CfnDBClusterParameterGroup as CfnDocDbParameterGroup } from 'aws-cdk-lib/aws-docdb';
import { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import { CfnDomain } from 'aws-cdk-lib/aws-opensearchservice';
import { CfnDBClusterParameterGroup, CfnDBParameterGroup, CfnDBProxy } from 'aws-cdk-lib/aws-rds';
import { databaseProxyTls } from '../../../../../constructs/kisms-checks/rules/data/database-proxy-tls';
import { databaseTls } from '../../../../../constructs/kisms-checks/rules/data/database-tls';
import { fileSystemEncryption } from '../../../../../constructs/kisms-checks/rules/data/file-system-encryption';
import { migrationEndpointTls } from '../../../../../constructs/kisms-checks/rules/data/migration-endpoint-tls';
import { openSearchHttps } from '../../../../../constructs/kisms-checks/rules/data/open-search-https';
import { COMPLIANT, describeRule, NON_COMPLIANT, NOT_APPLICABLE, UNKNOWN } from '../rule-cases';

const ofInstance = (stack: Stack, family: string, parameters?: unknown) =>
  new CfnDBParameterGroup(stack, 'R', { description: 'x', family, parameters });
const ofCluster = (stack: Stack, family: string, parameters: unknown = {}) =>
  new CfnDBClusterParameterGroup(stack, 'R', { description: 'x', family, parameters });
const ofDocDb = (stack: Stack, parameters: unknown) =>
  new CfnDocDbParameterGroup(stack, 'R', { description: 'x', family: 'docdb5.0', parameters });

describeRule(databaseTls, [
  [COMPLIANT, 'PostgreSQL insists', (s) => ofInstance(s, 'postgres14', { 'rds.force_ssl': '1' })],
  [COMPLIANT, 'MySQL insists', (s) => ofInstance(s, 'mysql8.4', { require_secure_transport: 'ON' })],
  [COMPLIANT, 'the value is a number', (s) => ofInstance(s, 'mysql8.4', { require_secure_transport: 1 })],
  [COMPLIANT, 'DocumentDB insists', (s) => ofDocDb(s, { tls: 'tls1.3+' })],
  [NON_COMPLIANT, 'PostgreSQL says nothing', (s) => ofInstance(s, 'postgres14')],
  [NON_COMPLIANT, 'PostgreSQL does not', (s) => ofInstance(s, 'postgres17', { 'rds.force_ssl': '0' })],
  [NON_COMPLIANT, 'SQL Server says nothing', (s) => ofInstance(s, 'sqlserver-se-16.0', {})],
  [NON_COMPLIANT, 'MariaDB says nothing', (s) => ofInstance(s, 'mariadb10.11', {})],
  [NON_COMPLIANT, 'Aurora MySQL says nothing', (s) => ofCluster(s, 'aurora-mysql8.0')],
  [NON_COMPLIANT, 'Aurora PostgreSQL says nothing', (s) => ofCluster(s, 'aurora-postgresql16')],
  [NON_COMPLIANT, 'DocumentDB does not', (s) => ofDocDb(s, { tls: 'disabled' })],
  [UNKNOWN, 'a version may insist by default', (s) => ofInstance(s, 'postgres16')],
  [UNKNOWN, 'MariaDB may insist by default', (s) => ofInstance(s, 'mariadb11.8')],
  [UNKNOWN, 'DocumentDB may insist by default', (s) => ofDocDb(s, {})],
  [UNKNOWN, 'a parameter is the value', (s, p) => ofDocDb(s, { tls: p.valueAsString })],
  [UNKNOWN, 'a parameter is the family', (s, p) => ofCluster(s, p.valueAsString)],
  [NOT_APPLICABLE, 'the cluster decides', (s) => ofInstance(s, 'aurora-mysql8.0', {})],
  [NOT_APPLICABLE, 'the engine has an option for it', (s) => ofInstance(s, 'oracle-ee-19', {})],
]);

const proxy = (stack: Stack, requireTls?: CfnDBProxy['requireTls']) =>
  new CfnDBProxy(stack, 'R', {
    dbProxyName: 'example',
    engineFamily: 'MYSQL',
    roleArn: 'arn:aws:iam::111122223333:role/x',
    vpcSubnetIds: [],
    requireTls,
  });

describeRule(databaseProxyTls, [
  [COMPLIANT, 'TLS is required', (s) => proxy(s, true)],
  [NON_COMPLIANT, 'nothing is said', (s) => proxy(s)],
  [UNKNOWN, 'a parameter decides', (s, p) => proxy(s, p.value)],
]);

const endpoint = (stack: Stack, engineName: string, sslMode?: string) =>
  new CfnEndpoint(stack, 'R', { endpointType: 'source', engineName, sslMode });

describeRule(migrationEndpointTls, [
  [COMPLIANT, 'the certificate is verified', (s) => endpoint(s, 'postgres', 'verify-full')],
  [NON_COMPLIANT, 'nothing is said', (s) => endpoint(s, 'mysql')],
  [NON_COMPLIANT, 'there is no TLS', (s) => endpoint(s, 'oracle', 'none')],
  [NOT_APPLICABLE, 'it is a bucket', (s) => endpoint(s, 's3', 'none')],
  [UNKNOWN, 'a parameter decides', (s, p) => endpoint(s, 'mysql', p.valueAsString)],
]);

const domain = (stack: Stack, domainEndpointOptions?: CfnDomain['domainEndpointOptions']) =>
  new CfnDomain(stack, 'R', { domainEndpointOptions });
const modern = { enforceHttps: true, tlsSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' };

describeRule(openSearchHttps, [
  [COMPLIANT, 'only modern TLS is answered', (s) => domain(s, modern)],
  [
    ['TLSSecurityPolicy'],
    'old TLS is answered',
    (s) => domain(s, { ...modern, tlsSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' }),
  ],
  [['EnforceHTTPS'], 'HTTP is answered', (s) => domain(s, { ...modern, enforceHttps: false })],
  [['EnforceHTTPS', 'TLSSecurityPolicy'], 'nothing is said', (s) => domain(s)],
  [UNKNOWN, 'a parameter is the policy', (s, p) => domain(s, { ...modern, tlsSecurityPolicy: p.valueAsString })],
  [UNKNOWN, 'a parameter is all of it', (s, p) => domain(s, p.value)],
]);

describeRule(fileSystemEncryption, [
  [COMPLIANT, 'it is encrypted', (s) => new CfnFileSystem(s, 'R', { encrypted: true })],
  [NON_COMPLIANT, 'nothing is said', (s) => new CfnFileSystem(s, 'R')],
  [UNKNOWN, 'a parameter decides', (s, p) => new CfnFileSystem(s, 'R', { encrypted: p.value })],
]);
