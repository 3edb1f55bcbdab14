export * from './account';
export * from './check-policy';
export * from './organization-policy';
export * from './organizational-unit';
export * from './policy-type';
