export * from './accounts-sync';
export * from './accounts-sync-plan';
export type { AccountsSyncInput } from './match-accounts';
export * from './organizations-client';
export { OrganizationsError, type OrganizationsErrorCode } from './organizations-error';
export * from './render-accounts-sync';
export type { RetryOptions } from './retry';
export * from './run-accounts-sync';
export { writeLock } from './write-lock';
