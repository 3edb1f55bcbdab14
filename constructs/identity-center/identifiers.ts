import { Token } from 'aws-cdk-lib';

const UUID = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
const INSTANCE_ARN = /^arn:aws[a-z-]*:sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/;
const PERMISSION_SET_ARN = /^arn:aws[a-z-]*:sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/;
const IDENTITY_STORE_ID = /^(d-[0-9a-f]{10}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const PRINCIPAL_ID = new RegExp(`^([0-9a-f]{10}-)?${UUID}$`);

/** @throws Error when the ARN is not that of an IAM Identity Center instance */
export function checkInstanceArn(instanceArn: string): void {
  check(
    'instanceArn',
    instanceArn,
    INSTANCE_ARN,
    '"arn:aws:sso:::instance/ssoins-1234567890abcdef"; take it from the settings page of IAM Identity Center',
  );
}

/** @throws Error when the ARN is not that of a permission set */
export function checkPermissionSetArn(permissionSetArn: string): void {
  check(
    'permissionSetArn',
    permissionSetArn,
    PERMISSION_SET_ARN,
    '"arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef"; take it from the permission set in the console',
  );
}

/** @throws Error when the id is not that of an identity store */
export function checkIdentityStoreId(identityStoreId: string): void {
  check(
    'identityStoreId',
    identityStoreId,
    IDENTITY_STORE_ID,
    '"d-1234567890"; take it from the settings page of IAM Identity Center',
  );
}

/** @throws Error when the id is not that of a user or group of an identity store */
export function checkPrincipalId(property: string, id: string): void {
  check(
    property,
    id,
    PRINCIPAL_ID,
    '"a1b2c3d4-5678-90ab-cdef-EXAMPLE11111" with hexadecimal digits; names are not ids: take it from the console',
  );
}

function check(property: string, value: string, pattern: RegExp, form: string): void {
  if (Token.isUnresolved(value) || pattern.test(value)) return;
  throw new Error(`'${property}' must look like ${form}, got ${JSON.stringify(value)}`);
}
