export * from './conformance-pack-service-linked-role';
export * from './kisms-account-conformance-pack';
export * from './kisms-conformance-pack-stack-set';
export * from './kisms-conformance-packs';
export * from './options';
export { REMEDIATIONS, type Remediation } from './remediation';
export * from './select-rules';
export { type ConformancePackTemplate, conformancePackTemplates, securityHubTwins } from './templates';
