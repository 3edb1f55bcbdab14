export * from './detective-organization';
export * from './inspector-policy';
export * from './macie-session';
export * from './organization-access-analyzers';
export * from './organization-config-aggregator';
export * from './security-hub-administrator';
export * from './security-hub-central-configuration';
