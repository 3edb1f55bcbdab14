export * from './account-baseline';
export * from './output-reader-role';
