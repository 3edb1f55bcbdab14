export { ConfigError, type ConfigFiles, type Problem, renderProblem } from './config';
export { Governance, type GovernanceProps } from './governance';
export { type LoadedOrganization, loadConfig } from './load-config';
export type * from './model/organization-model';
