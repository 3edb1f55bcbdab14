import type { PolicyStatement } from '../../policy-evaluator';
import type { AuthorizationGuardrail } from '../guardrail';

/** Every database is encrypted; encryption cannot be switched on later. */
export const denyUnencryptedRds: AuthorizationGuardrail = {
  id: 'deny-unencrypted-rds',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Require encryption of RDS databases', ko: 'RDS 데이터베이스 암호화 필수' },
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html',
  criteria: ['2.7.1'],
  statements: (): PolicyStatement[] => [
    {
      Sid: 'Clusters',
      Effect: 'Deny',
      Action: ['rds:CreateDBCluster', 'rds:RestoreDBClusterFromS3'],
      Resource: '*',
      Condition: { Bool: { 'rds:StorageEncrypted': 'false' } },
    },
    {
      Sid: 'Instances',
      Effect: 'Deny',
      Action: ['rds:CreateDBInstance', 'rds:RestoreDBInstanceFromS3'],
      Resource: '*',
      Condition: {
        Bool: { 'rds:StorageEncrypted': 'false' },
        // The storage of these engines belongs to the cluster, and a request for an instance says nothing of it.
        StringNotLike: { 'rds:DatabaseEngine': ['aurora*', 'docdb', 'neptune'] },
      },
    },
  ],
};
