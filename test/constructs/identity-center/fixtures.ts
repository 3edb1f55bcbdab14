export const INSTANCE_ARN = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
export const IDENTITY_STORE_ID = 'd-1234567890';
export const GROUP_ID = 'a1b2c3d4-5678-90ab-cdef-111111111111';
export const USER_ID = 'a1b2c3d4-5678-90ab-cdef-222222222222';
export const OTHER_USER_ID = '1234567890-a1b2c3d4-5678-90ab-cdef-333333333333';
export const PERMISSION_SET_ARN = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef';
export const ACCOUNT_ID = '111122223333';
