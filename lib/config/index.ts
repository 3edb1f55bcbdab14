export { didYouMean } from './did-you-mean';
export { systemErrorReason } from './file-messages';
export type { ConfigFiles } from './files';
export { type AlsoKnown, type ParsedConfig, parseConfig } from './parse-config';
export type { ConfigPath, Problem } from './problem';
export { ConfigError, renderPath, renderProblem, sortProblems } from './render-problem';
export { startsWith } from './schema-walk';
