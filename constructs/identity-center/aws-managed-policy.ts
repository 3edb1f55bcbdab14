/** AWS managed policies for job functions, which have a path: people know them by their names alone. */
const JOB_FUNCTIONS = [
  'AWSManagementConsoleAdministratorAccess',
  'Billing',
  'DataScientist',
  'DatabaseAdministrator',
  'NetworkAdministrator',
  'SupportUser',
  'SystemAdministrator',
  'ViewOnlyAccess',
];

const ARN = /^arn:aws[a-z-]*:iam::aws:policy((\/[A-Za-z0-9.,+@=_-]+)*)\/[A-Za-z0-9.,+=@_-]+$/;
const NAME = /^([A-Za-z0-9.,+@=_-]+\/)*[A-Za-z0-9.,+=@_-]{1,128}$/;

/** Whether the ARN is that of an AWS managed policy. */
export function isAwsManagedPolicyArn(arn: string): boolean {
  return ARN.test(arn) && arn.length <= 2048;
}

/**
 * ARN of an AWS managed policy that is given by ARN, by name (`SecurityAudit`), or by path and name
 * (`service-role/AWSConfigRole`). The path of a job function policy (`Billing`, `NetworkAdministrator` …) may be left out.
 *
 * @throws Error when it is neither an ARN nor a name of an AWS managed policy
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export function awsManagedPolicyArn(nameOrArn: string, partition = 'aws'): string {
  if (isAwsManagedPolicyArn(nameOrArn)) return nameOrArn;
  if (!NAME.test(nameOrArn)) {
    throw new Error(
      `${JSON.stringify(nameOrArn)} is not an AWS managed policy: write a name such as "SecurityAudit" or an ARN such as "arn:aws:iam::aws:policy/SecurityAudit"`,
    );
  }
  const path = JOB_FUNCTIONS.includes(nameOrArn) ? 'job-function/' : '';
  return `arn:${partition}:iam::aws:policy/${path}${nameOrArn}`;
}

/** Name of an AWS managed policy without its path. */
export function awsManagedPolicyName(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}
